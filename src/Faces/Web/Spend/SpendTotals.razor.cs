using System.Globalization;
using Microsoft.AspNetCore.Components;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Web.Spend;

/// <summary>The totals of a view against its comparison.</summary>
public sealed partial class SpendTotals
{
    /// <summary>The answer.</summary>
    [Parameter, EditorRequired]
    public CostTable Table { get; set; } = null!;

    private string Elapsed =>
        Table.Elapsed.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture) + " ms";

    private string ChangeSub(DateRange prior) =>
        prior.Days == Table.Range.Days
            ? $"both {prior.Days} days long"
            : $"{Table.Range.Days} days against {prior.Days}";

    private static decimal? Ratio(CostTotal total) =>
        total.Prior is null or 0 ? null : (total.Cost - total.Prior) / Math.Abs(total.Prior.Value);

    private (decimal Average, int Count)? Complete(CostTotal total)
    {
        if (Table.Query.Grain != TimeGrain.Day)
        {
            return null;
        }

        var complete = total.Cells.Where((_, i) => !Table.Buckets[i].Incomplete).ToList();
        return complete.Count == 0 ? null : (complete.Sum() / complete.Count, complete.Count);
    }
}
