using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Optimization.Analysis;

/// <summary>The days of the bill that findings are made of.</summary>
internal static class BillDays
{
    /// <summary>Most days that are looked at: as many as a month has, so that what is billed once a month is seen once.</summary>
    public const int Most = 30;

    /// <summary>The last days that are whole; null without any.</summary>
    public static DateRange? Of(LakeFacts facts)
    {
        if (facts is not { FirstDay: { } first, LastUsageDay: { } last, IncompleteFrom: { } open })
        {
            return null;
        }

        var until = open <= last ? open : last.AddDays(1);
        var from = until.AddDays(-Most);
        from = from < first ? first : from;
        return from < until ? new DateRange(from, until) : null;
    }
}
