using Outlay.Anomalies.Detection;

namespace Outlay.Anomalies.Arrivals;

/// <summary>Constants of the watch for first-seen values; spans are days.</summary>
public sealed record ArrivalSettings
{
    /// <summary>The defaults.</summary>
    public static ArrivalSettings Default { get; } = new();

    /// <summary>Cost since its arrival from which a value is worth an alert, in the unit of the series.</summary>
    public double MoneyFloor { get; init; } = 10;

    /// <summary>Days without cost after which a value counts as first seen again.</summary>
    public int QuietDays { get; init; } = 90;

    /// <summary>Days from the start of history on which everything counts as known.</summary>
    public int SettlingDays { get; init; } = 30;
}

/// <summary>A value seen for the first time, or again after a long time.</summary>
/// <param name="Dimension">What it is a value of: service, region, SKU, account.</param>
/// <param name="Value">The value.</param>
/// <param name="FirstSeen">First day with cost.</param>
/// <param name="Raised">Day on which its cost passed the floor.</param>
/// <param name="Cost">Cost from the first day to the last complete one, or until it fell silent again.</param>
/// <param name="IsReturn">Whether it had been seen before.</param>
public sealed record Arrival(
    string Dimension,
    string Value,
    DateOnly FirstSeen,
    DateOnly Raised,
    double Cost,
    bool IsReturn
);

/// <summary>Tells values that were never charged before: a new service, region, SKU or account is news whatever its size relative to the rest.</summary>
/// <param name="settings">Its constants.</param>
public sealed class ArrivalWatch(ArrivalSettings settings)
{
    /// <summary>The arrivals of one value.</summary>
    /// <param name="dimension">What it is a value of.</param>
    /// <param name="series">Daily cost of the value; the key is the value.</param>
    /// <param name="historyStart">First day of all history, from which the settling counts.</param>
    /// <returns>By first day; cost that stays below the floor brings none.</returns>
    public IReadOnlyList<Arrival> Watch(string dimension, DailySeries series, DateOnly historyStart)
    {
        ArgumentNullException.ThrowIfNull(series);
        var arrivals = new List<Arrival>();
        var values = series.Values.Span;
        Visit? visit = null;
        DateOnly? lastSeen = null;
        for (var at = 0; at < values.Length; at++)
        {
            var date = series.First.AddDays(at);
            if (date > series.LastComplete)
            {
                break;
            }

            if (values[at] <= 0)
            {
                continue;
            }

            if (lastSeen is not { } last || date.DayNumber - last.DayNumber > settings.QuietDays)
            {
                Close(arrivals, dimension, series, visit);
                visit = new(date, lastSeen is not null, IsNews(date, historyStart));
            }

            visit!.Add(date, values[at], settings.MoneyFloor);
            lastSeen = date;
        }

        Close(arrivals, dimension, series, visit);
        return arrivals;
    }

    private bool IsNews(DateOnly date, DateOnly historyStart) =>
        date.DayNumber - historyStart.DayNumber >= settings.SettlingDays;

    private static void Close(
        List<Arrival> arrivals,
        string dimension,
        DailySeries series,
        Visit? visit
    )
    {
        if (visit is { IsNews: true, Raised: { } raised })
        {
            arrivals.Add(
                new(dimension, series.Key, visit.First, raised, visit.Cost, visit.IsReturn)
            );
        }
    }

    private sealed record Visit(DateOnly First, bool IsReturn, bool IsNews)
    {
        public double Cost { get; private set; }

        public DateOnly? Raised { get; private set; }

        public void Add(DateOnly date, double cost, double floor)
        {
            Cost += cost;
            if (Cost >= floor)
            {
                Raised ??= date;
            }
        }
    }
}
