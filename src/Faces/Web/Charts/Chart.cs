using Microsoft.AspNetCore.Components;
using Outlay.Kernel;
using Outlay.Web.Formatting;

namespace Outlay.Web.Charts;

/// <summary>What all charts over buckets take.</summary>
public abstract class Chart : ComponentBase
{
    /// <summary>Says the measure and the split, such as <c>Daily effective cost by service</c>. Not drawn: the card's title is.</summary>
    [Parameter, EditorRequired]
    public string Title { get; set; } = "";

    /// <summary>The horizontal axis.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ChartBucket> Buckets { get; set; } = [];

    /// <summary>The series, largest first, "Other" last; at most five named ones and Other stay readable.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<ChartSeries> Series { get; set; } = [];

    /// <summary>Currency of all values.</summary>
    [Parameter, EditorRequired]
    public Currency Currency { get; set; }

    /// <summary>One sentence for people who do not see the chart; made from the values when null.</summary>
    [Parameter]
    public string? Summary { get; set; }

    /// <summary>Pixels of the drawing, without the labels under it.</summary>
    [Parameter]
    public int Height { get; set; } = 220;

    /// <summary>Whether a row of buttons names the series.</summary>
    [Parameter]
    public bool Legend { get; set; } = true;

    /// <summary>The scale that holds the values.</summary>
    protected ChartScale Scale { get; private set; } = ChartScale.Around(0, 1, 220);

    /// <summary>The given summary or the one made from the values.</summary>
    protected string Sentence => Summary ?? Describe();

    /// <summary>Lowest and highest amount drawn.</summary>
    protected abstract (decimal Low, decimal High) Bounds();

    /// <summary>The amount a bucket's summary speaks of.</summary>
    protected virtual decimal Headline(int bucket) => Series.Sum(s => s.At(bucket));

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        var (low, high) = Bounds();
        Scale = ChartScale.Around(low, high, Height);
    }

    private string Describe()
    {
        if (Buckets.Count == 0)
        {
            return $"{Title}: no data.";
        }

        var highest = Enumerable.Range(0, Buckets.Count).MaxBy(Headline);
        var open = Buckets.Count(b => b.Incomplete);
        var text =
            $"{Title}, {Buckets[0].Label} to {Buckets[^1].Label}: highest {Amounts.Short(Headline(highest), Currency)} on {Buckets[highest].Label}.";
        return open == 0 ? text : $"{text} The last {Counts.Of(open, "bucket")} can still grow.";
    }
}
