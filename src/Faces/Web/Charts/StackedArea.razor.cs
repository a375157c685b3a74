namespace Outlay.Web.Charts;

/// <summary>Areas on top of each other over buckets, for many buckets or running totals; the top edge is the sum.</summary>
public sealed partial class StackedArea
{
    private IReadOnlyList<IReadOnlyList<decimal>> Levels { get; set; } = [];

    /// <inheritdoc/>
    protected override (decimal Low, decimal High) Bounds()
    {
        var values = Levels.SelectMany(l => l).DefaultIfEmpty().ToList();
        return (values.Min(), values.Max());
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        var level = new decimal[Buckets.Count];
        var levels = new List<IReadOnlyList<decimal>> { level };
        foreach (var series in Series)
        {
            level = [.. level.Select((below, i) => below + series.At(i))];
            levels.Add(level);
        }

        Levels = levels;
        base.OnParametersSet();
    }
}
