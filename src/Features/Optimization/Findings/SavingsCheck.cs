using System.Globalization;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Optimization.Findings;

/// <summary>
/// Measures from the bill what was saved by findings that are done: effective cost of the resource on a day since, against the mean of up
/// to thirty days before.
/// </summary>
internal sealed class SavingsCheck(IQueryEngine engine, FindingStore findings, SavingLedger ledger)
{
    private const int DaysBefore = 30;
    private const int MostDaysSince = 90;
    private const int LeastDaysSince = 7;
    private const decimal Whole = 0.8m;
    private const decimal Some = 0.2m;

    /// <summary>Measures all that are done anew; a problem when the bill cannot be asked.</summary>
    public async Task<Problem?> RunAsync(CancellationToken cancellationToken)
    {
        var facts = engine.Facts();
        foreach (var done in findings.Each(new FindingQuery { State = FindingState.Done }))
        {
            var measured = await MeasureAsync(done, facts, cancellationToken);
            if (!measured.IsOk)
            {
                return measured.Problem;
            }

            ledger.Save(done.Id, measured.Value);
        }

        return null;
    }

    private async Task<Result<VerifiedSaving>> MeasureAsync(
        Finding done,
        LakeFacts facts,
        CancellationToken cancellationToken
    )
    {
        var day = DateOnly.FromDateTime((done.SaidAt ?? done.LastSeen).UtcDateTime);
        if (done.Recommendation.IsUpkeep)
        {
            return Without(day, SavingVerdict.Unmeasurable, "It was upkeep, which saves nothing.");
        }

        if (
            done.Recommendation.Subject.BillId is not { } bill
            || !Currency.TryParse(done.Recommendation.Currency, out var currency)
        )
        {
            return Without(
                day,
                SavingVerdict.Unmeasurable,
                "The bill does not name this resource, so what it saved cannot be told apart."
            );
        }

        var first = day.AddDays(1);
        var until = facts.IncompleteFrom ?? first;
        until = until < first.AddDays(MostDaysSince) ? until : first.AddDays(MostDaysSince);
        if (until <= first)
        {
            return Without(day, SavingVerdict.Waiting, "The bill has no whole day since.");
        }

        var table = await engine.RunAsync(
            Question(bill, currency, new DateRange(day.AddDays(-DaysBefore), until)),
            cancellationToken
        );
        return table.IsOk ? Judge(done, day, until, table.Value) : table.Problem;
    }

    private static CostQuery Question(string bill, Currency currency, DateRange days) =>
        new()
        {
            Period = Period.Of(days),
            Grain = TimeGrain.Day,
            Metric = CostMetric.Effective,
            Currency = currency,
            Exclude = ChargeSwitches.Tax | ChargeSwitches.Purchases | ChargeSwitches.Credits,
            Filter = CostFilter.All.And(
                new(new Dimension("ResourceId"), FilterOperator.Is, [bill])
            ),
        };

    private static VerifiedSaving Judge(Finding done, DateOnly day, DateOnly until, CostTable table)
    {
        var cells = table.Totals is [var total, ..] ? total.Cells : [];
        var days = table
            .Buckets.Zip(cells, (b, c) => (Day: DateOnly.FromDateTime(b.Start), Cost: c))
            .ToList();
        // Days before the resource was first billed say nothing of what it costs.
        var before = days.Where(d => d.Day < day).SkipWhile(d => d.Cost == 0).ToList();
        if (before.Count == 0)
        {
            return Without(
                day,
                SavingVerdict.Unmeasurable,
                "The bill has no cost of this resource before it was done."
            );
        }

        var since = days.Where(d => d.Day > day && d.Day < until).ToList();
        var was = before.Average(d => d.Cost);
        var isNow = since.Average(d => d.Cost);
        var expected = done.Recommendation.MonthlySaving / Month.Days;
        var share = expected > 0 ? (was - isNow) / expected : 0;
        var verdict =
            since.Count < LeastDaysSince ? SavingVerdict.Waiting
            : share >= Whole ? SavingVerdict.Confirmed
            : share >= Some ? SavingVerdict.Partly
            : SavingVerdict.Reverted;
        return new VerifiedSaving(
            day,
            until.AddDays(-1),
            since.Count,
            was,
            isNow,
            (was - isNow) * since.Count,
            verdict,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{was:0.00} {done.Recommendation.Currency} a day over {before.Count} days before, {isNow:0.00} over {since.Count} since: {share:0 %} of the {expected:0.00} a day that were expected."
            )
        );
    }

    private static VerifiedSaving Without(DateOnly day, SavingVerdict verdict, string words) =>
        new(day, null, 0, null, null, null, verdict, words);
}
