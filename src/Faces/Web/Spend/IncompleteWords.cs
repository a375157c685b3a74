using Outlay.Kernel;
using Outlay.Query;
using Outlay.Web.Formatting;

namespace Outlay.Web.Spend;

/// <summary>Says in words what hatching shows.</summary>
internal static class IncompleteWords
{
    public static string? Of(CostTable table)
    {
        var open = table.Buckets.Where(b => b.Incomplete).ToList();
        if (open.Count == 0)
        {
            return null;
        }

        var days = Dates.Range(new DateRange(Dates.Days(open[0]).From, Dates.Days(open[^1]).To));
        var verb = open.Count == 1 ? "is" : "are";
        return $"Hatched or dashed: {days} {verb} incomplete, deliveries are still to come.";
    }
}
