using System.Globalization;
using Microsoft.AspNetCore.Components;
using Outlay.Forecast.Outlook;
using Outlay.Web.Charts;
using Outlay.Web.Formatting;

namespace Outlay.Web.Budgets;

/// <summary>Daily cost as it was and as it will be, with its bands.</summary>
public sealed partial class OutlookChart
{
    /// <summary>What was and will be.</summary>
    [Parameter, EditorRequired]
    public CostOutlook Outlook { get; set; } = null!;

    /// <summary>The first day that is drawn.</summary>
    [Parameter, EditorRequired]
    public DateOnly From { get; set; }

    /// <summary>The last day that is drawn.</summary>
    [Parameter, EditorRequired]
    public DateOnly Through { get; set; }

    /// <inheritdoc cref="Chart.Height"/>
    [Parameter]
    public int Height { get; set; } = 232;

    private IReadOnlyList<ChartBucket> Buckets { get; set; } = [];

    private IReadOnlyList<ChartSeries> Series { get; set; } = [];

    private IReadOnlyList<ChartBand> Bands { get; set; } = [];

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        var history = Outlook.History;
        var first = From < history.First ? history.First : From;
        var known = history
            .Usual.Skip(first.DayNumber - history.First.DayNumber)
            .Take(Math.Max(0, Through.DayNumber - first.DayNumber + 1))
            .ToList();
        var ahead = Outlook.Days.Where(d => d.Day >= first && d.Day <= Through).ToList();
        Buckets =
        [
            .. Enumerable
                .Range(0, known.Count + ahead.Count)
                .Select(first.AddDays)
                .Select(day => new ChartBucket(Dates.Day(day))
                {
                    Tick = day.ToString("d MMM", CultureInfo.InvariantCulture),
                }),
        ];
        Series =
        [
            new("Cost, without what is charged once", 1, known),
            // The line goes on from the last known day, so that it does not begin out of nothing.
            new("Forecast", 1, [.. known.TakeLast(1), .. ahead.Select(d => d.Mid)])
            {
                Dashed = true,
                Start = Math.Max(0, known.Count - 1),
            },
            new("80 % at least", 1, [.. ahead.Select(d => d.Low)])
            {
                Start = known.Count,
                IsBound = true,
            },
            new("80 % at most", 1, [.. ahead.Select(d => d.High)])
            {
                Start = known.Count,
                IsBound = true,
            },
        ];
        Bands =
        [
            new(
                [.. ahead.Select(d => d.Lowest)],
                [.. ahead.Select(d => d.Highest)],
                known.Count,
                true
            ),
            new([.. ahead.Select(d => d.Low)], [.. ahead.Select(d => d.High)], known.Count, false),
        ];
    }
}
