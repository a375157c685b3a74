namespace Outlay.Web.Charts;

/// <summary>Stacked bars over buckets; credits and refunds hang below zero, incomplete buckets are hatched.</summary>
public sealed partial class StackedBars
{
    private IReadOnlyList<IReadOnlyList<Bar>> Stacks { get; set; } = [];

    /// <inheritdoc/>
    protected override (decimal Low, decimal High) Bounds() =>
        StackGeometry.Bounds(Buckets.Count, Series);

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        base.OnParametersSet();
        Stacks = StackGeometry.Bars(Buckets.Count, Series, Scale);
    }

    private IEnumerable<Bar> Hatched() =>
        Enumerable
            .Range(0, Buckets.Count)
            .Where(i => Buckets[i].Incomplete)
            .Select(i => StackGeometry.Stack(i, Buckets.Count, Series, Scale));
}
