using System.Globalization;
using Microsoft.AspNetCore.Components;
using Outlay.Kernel;
using Outlay.Web.Formatting;

namespace Outlay.Web.Charts;

/// <summary>What all charts share: legend, axes, focus and reading, and the same numbers as a table. The marks come from the chart.</summary>
public sealed partial class ChartFrame
{
    /// <inheritdoc cref="Chart.Title"/>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>One sentence that says what is to be seen.</summary>
    [Parameter, EditorRequired]
    public string Sentence { get; set; } = "";

    /// <inheritdoc cref="Chart.Buckets"/>
    [Parameter, EditorRequired]
    public IReadOnlyList<ChartBucket> Buckets { get; set; } = [];

    /// <inheritdoc cref="Chart.Series"/>
    [Parameter, EditorRequired]
    public IReadOnlyList<ChartSeries> Series { get; set; } = [];

    /// <inheritdoc cref="Chart.Currency"/>
    [Parameter, EditorRequired]
    public Currency Currency { get; set; }

    /// <summary>The vertical axis.</summary>
    [Parameter, EditorRequired]
    public ChartScale Scale { get; set; } = ChartScale.Around(0, 1, 1);

    /// <summary>The drawing itself.</summary>
    [Parameter, EditorRequired]
    public RenderFragment? Marks { get; set; }

    /// <inheritdoc cref="Chart.Height"/>
    [Parameter]
    public int Height { get; set; } = 220;

    /// <summary>Whether the series add up: the table has totals, and hiding one moves the others.</summary>
    [Parameter]
    public bool Stacked { get; set; }

    /// <inheritdoc cref="Chart.Legend"/>
    [Parameter]
    public bool ShowLegend { get; set; } = true;

    /// <summary>Head of the table's first column.</summary>
    [Parameter]
    public string AxisName { get; set; } = "Time, UTC";

    private bool ShowTotal => Stacked && Series.Count > 1;

    private bool CanZoom => Buckets.Count > 1 && Buckets.All(b => b.Days is not null);

    private int YWidth =>
        (7 * Scale.Ticks.Max(t => Amounts.Tick(t, Scale.Step, Currency).Length)) + 12;

    private static string Key(ChartSeries series) =>
        series.Dashed ? $"l{series.ColorSlot} dash" : $"f{series.ColorSlot}";

    private static MarkupString KeyMark(ChartSeries series) =>
        new(
            series.Dashed
                ? "<line x1=\"0\" x2=\"12\" y1=\"6\" y2=\"6\"/>"
                : "<rect width=\"12\" height=\"12\" rx=\"2\"/>"
        );

    private static string Label(ChartBucket bucket) =>
        bucket.Incomplete ? bucket.Label + " (incomplete)" : bucket.Label;

    private static string? From(ChartBucket bucket) =>
        bucket.Days?.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? To(ChartBucket bucket) =>
        bucket.Days?.Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Cell(ChartSeries series, int bucket) =>
        series.Has(bucket) ? Amounts.Exact(series.At(bucket), Currency) : "–";
}
