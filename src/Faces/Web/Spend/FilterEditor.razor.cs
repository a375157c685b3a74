using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Outlay.Kernel;
using Outlay.Query;
using Outlay.Web.Formatting;
using Outlay.Web.Shell;

namespace Outlay.Web.Spend;

/// <summary>Adds a condition: a dimension, how, and values to tick or type. Plain GET forms, so it works without scripts.</summary>
public sealed partial class FilterEditor
{
    private const int Listed = 40;

    /// <summary>The state of the page.</summary>
    [Parameter, EditorRequired]
    public SpendView View { get; set; } = null!;

    /// <summary>The dimension to filter by.</summary>
    [Parameter, EditorRequired]
    public Dimension Dimension { get; set; }

    [Inject]
    private PageContext Context { get; set; } = null!;

    [Inject]
    private IQueryEngine Engine { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private Result<IReadOnlyList<DimensionValue>> Values { get; set; } = new List<DimensionValue>();

    private int Sets => View.Query.Filter.Sets.Count;

    private string ValuesHref =>
        Address.Of(
            SpendEndpoints.Values,
            QueryAddress
                .Parameters(View.Query with { GroupBy = [], Compare = Comparison.None })
                .Append(new("dimension", Dimension.Key))
        );

    /// <summary>Address of the page with the editor open at a dimension.</summary>
    public static string Open(SpendView view, Dimension dimension) =>
        Address.Of(SpendView.Path, view.Parameters.Append(new("edit", dimension.Key)));

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() =>
        Values = await Engine.ValuesAsync(
            new ValuesQuery(Dimension, View.Query, null, Listed),
            Http?.RequestAborted ?? CancellationToken.None
        );

    private string SetText(int set) =>
        FilterWords.Of(new CostFilter([View.Query.Filter.Sets[set]]));

    private string Weight(DimensionValue value) =>
        View.Query.Currency is { } currency
            ? Amounts.Short(value.Cost, currency)
            : Counts.Of(value.Charges, "charge");
}
