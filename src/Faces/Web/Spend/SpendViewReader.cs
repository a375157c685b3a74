using Outlay.Kernel;
using Outlay.Query;
using Outlay.Spend;
using Outlay.Web.Shell;
using Parameter = System.Collections.Generic.KeyValuePair<string, string>;

namespace Outlay.Web.Spend;

/// <summary>
/// Reads the state of the Spend page. A wrong value is a problem to show, and the page goes on without it. Forms send fields
/// beside the state's own (<see cref="AddedCondition"/>, days of a comparison); they are folded in, and the page then moves to
/// the plain address.
/// </summary>
internal sealed class SpendViewReader
{
    private const int MostProblems = 8;
    private readonly PageContext _context;
    private readonly List<Parameter> _own;

    private SpendViewReader(PageContext context)
    {
        _context = context;
        _own =
        [
            .. context.Parameters.Where(p =>
                !PageContext.Names.Contains(p.Key) && p.Value.Length > 0
            ),
        ];
    }

    /// <summary>The state; its problem, if any; and whether the address was a form's and should be replaced.</summary>
    public static (SpendView View, Problem? Problem, bool FromForm) Read(PageContext context) =>
        new SpendViewReader(context).Read();

    private (SpendView View, Problem? Problem, bool FromForm) Read()
    {
        Problem? problem = null;
        var table = Word(SpendTable.Groups, "tab", ref problem);
        var chart = Word(ChartKind.Bars, "chart", ref problem);
        var fromForm = FoldComparison();
        Defaults();
        var query = _context.Apply(Parse(ref problem));
        if (AddedCondition.Read(_own) is { } added)
        {
            fromForm = true;
            var changed = added.Match(
                a => query with { Filter = a.AddTo(query.Filter) },
                _ => query
            );
            problem ??= added.Problem ?? CostQueryRules.Check(changed);
            query = CostQueryRules.Check(changed) is null ? changed : query;
        }

        return (new SpendView(query, table, chart), problem, fromForm && problem is null);
    }

    private CostQuery Parse(ref Problem? problem)
    {
        for (var i = 0; i < MostProblems; i++)
        {
            var result = CostQueryUrl.Parse(_own);
            if (result.IsOk)
            {
                return result.Value;
            }

            problem ??= result.Problem;
            var field = result.Problem.Field;
            if (_own.RemoveAll(p => Named(p, field)) == 0)
            {
                break;
            }
        }

        return new CostQuery { GroupBy = [SpendView.DefaultSplit], Compare = Comparison.Prior };
    }

    private void Defaults()
    {
        var split = _own.Where(p => Named(p, "groupBy")).Select(p => p.Value).ToList();
        _own.RemoveAll(p => Named(p, "groupBy"));
        if (split.Count == 0)
        {
            split.Add(SpendView.DefaultSplit.Key);
        }

        _own.AddRange(
            split
                .Where(s => !s.Equals(SpendView.None, StringComparison.OrdinalIgnoreCase))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(s => new Parameter("groupBy", s))
        );
        if (!_own.Exists(p => Named(p, "compare")))
        {
            _own.Add(new("compare", "prior"));
        }
    }

    // "Chosen days" without days starts from the period before.
    private bool FoldComparison()
    {
        var from = Take("compareFrom");
        var to = Take("compareTo");
        var at = _own.FindIndex(p => Named(p, "compare") && p.Value == "custom");
        if (at >= 0)
        {
            var prior = Comparison.Prior.Resolve(_context.Period, _context.Today);
            _own[at] = new(
                "compare",
                from is null || to is null ? prior!.Value.ToString() : $"{from}..{to}"
            );
        }

        return at >= 0 || from is not null || to is not null;
    }

    private string? Take(string name)
    {
        var value = _own.Find(p => Named(p, name)).Value;
        _own.RemoveAll(p => Named(p, name));
        return value;
    }

    private T Word<T>(T standard, string name, ref Problem? problem)
        where T : struct, Enum
    {
        if (Take(name) is not { } word)
        {
            return standard;
        }

        foreach (var value in Enum.GetValues<T>())
        {
            if (SpendView.Word(value).Equals(word, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        var words = string.Join(", ", Enum.GetValues<T>().Select(SpendView.Word));
        problem ??= new(
            ProblemKind.Invalid,
            $"'{word}' is not a value of {name}.",
            $"Use one of: {words}.",
            name
        );
        return standard;
    }

    private static bool Named(Parameter parameter, string? name) =>
        parameter.Key.Equals(name, StringComparison.OrdinalIgnoreCase);
}
