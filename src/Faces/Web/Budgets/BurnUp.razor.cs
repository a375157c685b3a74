using System.Globalization;
using Microsoft.AspNetCore.Components;
using Outlay.Budgets;
using Outlay.Forecast.Outlook;
using Outlay.Kernel;
using Outlay.Web.Charts;
using Outlay.Web.Formatting;

namespace Outlay.Web.Budgets;

/// <summary>A budget's period added up day by day: what is spent, an even pace, the forecast with its bands, and the budget.</summary>
public sealed partial class BurnUp
{
    /// <summary>The budget.</summary>
    [Parameter, EditorRequired]
    public BudgetStatus Status { get; set; } = null!;

    /// <summary>The outlook of its scope; a problem leaves the forecast out.</summary>
    [Parameter, EditorRequired]
    public Result<CostOutlook> Outlook { get; set; } = null!;

    private IReadOnlyList<ChartBucket> Buckets { get; set; } = [];

    private IReadOnlyList<ChartSeries> Series { get; set; } = [];

    private IReadOnlyList<ChartBand> Bands { get; set; } = [];

    private string Sentence { get; set; } = "";

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        var (period, currency) = (Status.Period, Status.Budget.Scope.Currency);
        Buckets =
        [
            .. Days(period)
                .Select(day => new ChartBucket(
                    Dates.Day(day),
                    null,
                    day > Status.CompleteThrough && day < period.From.AddDays(Status.Days.Count)
                )
                {
                    Tick = day.ToString("d MMM", CultureInfo.InvariantCulture),
                }),
        ];
        List<ChartSeries> series =
        [
            new("Spent", 1, LineChart.RunningTotal(Status.Days)),
            new("Budget", 2, [.. Days(period).Select(_ => Status.Total)]) { Dashed = true },
            new(
                "Even pace",
                0,
                [.. Days(period).Select((_, i) => Status.Total * (i + 1) / period.Days)]
            )
            {
                Dashed = true,
            },
        ];
        var sums = Sums();
        if (sums.Count > 0)
        {
            var start = period.Days - sums.Count;
            series.Add(
                new("Forecast", 1, [.. sums.Select(s => s.Mid)]) { Dashed = true, Start = start }
            );
            series.Add(Bound("80 % at least", sums, s => s.Low, start));
            series.Add(Bound("80 % at most", sums, s => s.High, start));
            Bands =
            [
                new([.. sums.Select(s => s.Lowest)], [.. sums.Select(s => s.Highest)], start, true),
                new([.. sums.Select(s => s.Low)], [.. sums.Select(s => s.High)], start, false),
            ];
        }

        Series = series;
        Sentence =
            $"{Status.Budget.Name}, {Dates.Range(period)}: {Amounts.Short(Status.Spent, currency)} spent of {Amounts.Short(Status.Total, currency)}"
            + (
                Status.Forecast.IsOk
                    ? $", about {Amounts.Short(Status.Forecast.Value.Mid, currency)} by its end."
                    : "."
            );
    }

    private List<PeriodOutlook> Sums() =>
        Outlook.IsOk
            ?
            [
                .. Days(Status.Period)
                    .Where(day => day > Status.CompleteThrough && day > Outlook.Value.History.Last)
                    .Select(day => Outlook.Value.Of(DateRange.Inclusive(Status.Period.From, day))),
            ]
            : [];

    private static ChartSeries Bound(
        string name,
        List<PeriodOutlook> sums,
        Func<PeriodOutlook, decimal> bound,
        int start
    ) => new(name, 1, [.. sums.Select(bound)]) { Start = start, IsBound = true };

    private static IEnumerable<DateOnly> Days(DateRange period) =>
        Enumerable.Range(0, period.Days).Select(period.From.AddDays);
}
