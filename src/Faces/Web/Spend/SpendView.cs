using Outlay.Query;
using Outlay.Spend;
using Outlay.Web.Shell;
using Parameter = System.Collections.Generic.KeyValuePair<string, string>;

namespace Outlay.Web.Spend;

/// <summary>
/// The state of the Spend page, all of which is in its URL: the query as <see cref="CostQueryUrl"/> writes it, plus
/// <c>tab=groups|dates|resources</c> and <c>chart=bars|line|cumulative</c>. Unlike elsewhere a missing <c>groupBy</c> means
/// service and a missing <c>compare</c> the period before; <c>none</c> says that neither is wanted.
/// </summary>
/// <param name="Query">The question.</param>
/// <param name="Table">The table under the chart.</param>
/// <param name="Chart">The drawing.</param>
public sealed record SpendView(
    CostQuery Query,
    SpendTable Table = SpendTable.Groups,
    ChartKind Chart = ChartKind.Bars
)
{
    /// <summary>Path of the page.</summary>
    public const string Path = "/spend";

    internal const string None = "none";

    /// <summary>What a bare address splits by.</summary>
    public static Dimension DefaultSplit { get; } = new("ServiceName");

    /// <summary>The parameters, unescaped; enough to get the same view anywhere.</summary>
    public IEnumerable<Parameter> Parameters
    {
        get
        {
            var isDefaultSplit = Query.GroupBy is [var only] && only == DefaultSplit;
            var query = Query with
            {
                GroupBy = isDefaultSplit ? [] : Query.GroupBy,
                Compare =
                    Query.Compare.Kind == ComparisonKind.Prior ? Comparison.None : Query.Compare,
            };
            foreach (var parameter in QueryAddress.Parameters(query))
            {
                yield return parameter;
            }

            if (Query.GroupBy.Count == 0)
            {
                yield return new("groupBy", None);
            }

            if (Query.Compare.Kind == ComparisonKind.None)
            {
                yield return new("compare", None);
            }

            foreach (var parameter in Display)
            {
                yield return parameter;
            }
        }
    }

    /// <summary>Address of the page in this state.</summary>
    public string Href => Address.Of(Path, Parameters);

    /// <summary>The same state with another query, from its first page on.</summary>
    public SpendView With(CostQuery query) => this with { Query = query with { Page = 1 } };

    /// <summary>The address of something else made of this state, such as its CSV.</summary>
    public string HrefOf(string path) => Address.Of(path, Parameters);

    private IEnumerable<Parameter> Display
    {
        get
        {
            if (Table != SpendTable.Groups)
            {
                yield return new("tab", Word(Table));
            }

            if (Chart != ChartKind.Bars)
            {
                yield return new("chart", Word(Chart));
            }
        }
    }

    internal static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
