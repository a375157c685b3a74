using Outlay.Kernel;
using Outlay.Lake;
using Outlay.Query;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>Tells what the lake holds from its loads' records alone, without reading a file.</summary>
internal static class LakeFactsReader
{
    public static LakeFacts Read(LakeSnapshot snapshot, DateOnly today)
    {
        var loads = snapshot.Loads.Where(l => l.Rows > 0).ToList();
        return new LakeFacts(
            snapshot.Revision,
            loads.Sum(l => l.Rows),
            loads.Min(l => (DateOnly?)l.FirstChargeDay),
            loads.Max(l => (DateOnly?)l.LastChargeDay),
            loads.Max(l => l.LastUsageDay),
            IncompleteFrom(snapshot, today),
            snapshot.Loads.Max(l => (DateTimeOffset?)l.PublishedAt),
            Currencies(loads),
            Sorted(loads.SelectMany(l => l.TagKeys)),
            Sorted(loads.SelectMany(l => l.ExtraColumns))
        );
    }

    /// <summary>
    /// First day whose deliveries are still to come: yesterday at the latest, as providers take a day or two, or the day after the
    /// last usage of the slowest connection that still delivers. A connection still delivers when it has a load of this month or of
    /// the month before; one without any usage says nothing about days.
    /// </summary>
    public static DateOnly? IncompleteFrom(LakeSnapshot snapshot, DateOnly today)
    {
        var loads = snapshot.Loads.Where(l => l.Rows > 0).ToList();
        if (loads.Count == 0)
        {
            return null;
        }

        var lastMonth = BillingPeriod.Of(BillingPeriod.Of(today).Start.AddDays(-1));
        var slowest = loads
            .GroupBy(l => l.Connection, StringComparer.Ordinal)
            .Where(c => c.Any(l => l.Period >= lastMonth))
            .Select(c => c.Max(l => l.LastUsageDay))
            .Min();
        var yesterday = today.AddDays(-1);
        return slowest?.AddDays(1) is { } day && day < yesterday ? day : yesterday;
    }

    private static List<string> Currencies(IReadOnlyList<Load> loads) =>
        [
            .. loads
                .SelectMany(l => l.Currencies.Select(c => (Currency: c, Charges: ChargesIn(l, c))))
                .GroupBy(c => c.Currency, c => c.Charges, StringComparer.Ordinal)
                .OrderByDescending(g => g.Sum())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => g.Key),
        ];

    /// <summary>A load says its charges by currency in its control totals; without one, they count for each of its currencies.</summary>
    private static long ChargesIn(Load load, string currency) =>
        load.ControlTotals.FirstOrDefault(t =>
            string.Equals(t.Currency, currency, StringComparison.Ordinal)
        )?.LakeRows
        ?? load.Rows;

    private static List<string> Sorted(IEnumerable<string> names) =>
        [.. names.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
