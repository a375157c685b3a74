using Microsoft.AspNetCore.Components;
using Outlay.Query;
using Outlay.Spend;

namespace Outlay.Web.Spend;

/// <summary>The groups with the steps of time as columns.</summary>
public sealed partial class DateRows
{
    /// <summary>The answer.</summary>
    [Parameter, EditorRequired]
    public CostTable Table { get; set; } = null!;

    /// <summary>The state of the page.</summary>
    [Parameter, EditorRequired]
    public SpendView View { get; set; } = null!;

    private string Head =>
        View.Query.GroupBy.Count == 0
            ? "Split"
            : string.Join(" · ", View.Query.GroupBy.Select(Dimensions.Label));

    private string Coarser =>
        View.Query.Grain == TimeGrain.None
            ? "Days are shown; the chart has no steps of time."
            : $"{Table.Query.Grain}s are shown: of {View.Query.Grain.ToString().ToLowerInvariant()}s, more than {SpendTables.MostColumns} columns would be needed. A shorter period shows them.";

    private static decimal? Cell(IReadOnlyList<decimal> cells, int at) =>
        at < cells.Count ? cells[at] : null;

    private string? In(CostRow row, TimeBucket bucket) =>
        ChargesBehind.Row(Table, row) is { } charges
            ? QueryAddress.Charges(ChargesBehind.In(charges, bucket))
            : null;
}
