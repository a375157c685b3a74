using System.Globalization;
using Outlay.Anomalies.Changes;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Anomalies.Watch;

/// <summary>Says whether price or usage moved: the days of an anomaly against as many days before, weekday for weekday.</summary>
internal sealed class PriceOrUsage(ChangeQueries changes)
{
    private const int Week = 7;
    private const decimal Mostly = 0.6m;
    private const decimal Worth = 0.1m;

    private static readonly (Func<ChangeParts, decimal> Of, string Up, string Down)[] Movers =
    [
        (p => p.Usage + p.Mix, "more usage", "less usage"),
        (p => p.Price, "higher prices", "lower prices"),
        (p => p.New, "SKUs that were not used before", "fewer new credits"),
        (p => p.Gone, "credits that are gone", "SKUs that are no longer used"),
        (p => p.CommitmentEffect, "less saved by commitments", "more saved by commitments"),
        (p => p.OneOff, "one-off charges", "fewer one-off charges"),
    ];

    /// <summary>A sentence; null where nothing can be told.</summary>
    public async Task<string?> SayAsync(Anomaly anomaly, CancellationToken cancellationToken)
    {
        var days = DateRange.Inclusive(anomaly.Start, anomaly.End);
        var back = (days.Days + Week - 1) / Week * Week;
        var report = await changes.ReadAsync(
            anomaly.Query(days) with
            {
                Compare = new(
                    ComparisonKind.Custom,
                    new DateRange(days.From.AddDays(-back), days.To.AddDays(-back))
                ),
            },
            cancellationToken
        );
        return
            report.IsOk
            && report.Value.Currencies.FirstOrDefault(c => c.Currency == anomaly.Currency)
                is { } change
            && !IsCoarse(change)
            ? Say(change.Whole, anomaly.Direction)
            : null;
    }

    // Without quantities all change counts as usage, which then says nothing.
    private static bool IsCoarse(CurrencyChange change) =>
        change.Skus.Where(s => s.Note != ChangeNote.None).Sum(s => Math.Abs(s.Difference)) * 2
        > change.Skus.Sum(s => Math.Abs(s.Difference));

    internal static string? Say(ChangedGroup whole, int direction)
    {
        var total = whole.Difference;
        if (Math.Sign(total) != direction)
        {
            return null;
        }

        var movers = Movers
            .Select(m => (Share: m.Of(whole.Parts) / total, Words: total > 0 ? m.Up : m.Down))
            .Where(m => m.Share >= Worth)
            .OrderByDescending(m => m.Share)
            .ToList();
        return movers switch
        {
            [] => null,
            [var only, ..] when only.Share >= Mostly =>
                $"Mostly {only.Words} ({Percent(only.Share)}).",
            _ =>
                $"Partly {string.Join(", partly ", movers.Take(2).Select(m => $"{m.Words} ({Percent(m.Share)})"))}.",
        };
    }

    private static string Percent(decimal share) =>
        Math.Min(share, 1).ToString("0 %", CultureInfo.InvariantCulture);
}
