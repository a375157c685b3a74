namespace Outlay.Web.Charts;

/// <summary>A rectangle: place and width as shares of the drawing, height in pixels.</summary>
/// <param name="Bucket">Its bucket.</param>
/// <param name="X">Left edge, 0 to 1.</param>
/// <param name="Width">Width, 0 to 1.</param>
/// <param name="Y">Top edge in pixels.</param>
/// <param name="Height">Height in pixels.</param>
public readonly record struct Bar(int Bucket, decimal X, decimal Width, decimal Y, decimal Height);

/// <summary>Where stacked bars stand: positive values upwards from zero, negative ones downwards.</summary>
public static class StackGeometry
{
    private const decimal WidestBar = 0.08m;
    private const decimal Gap = 1;

    /// <summary>Lowest and highest end of the stacks.</summary>
    public static (decimal Low, decimal High) Bounds(int buckets, IReadOnlyList<ChartSeries> series)
    {
        decimal low = 0,
            high = 0;
        for (var bucket = 0; bucket < buckets; bucket++)
        {
            high = Math.Max(high, series.Sum(s => Math.Max(s.At(bucket), 0)));
            low = Math.Min(low, series.Sum(s => Math.Min(s.At(bucket), 0)));
        }

        return (low, high);
    }

    /// <summary>The bars of every series, in the order of the series; buckets without a value have none.</summary>
    public static IReadOnlyList<IReadOnlyList<Bar>> Bars(
        int buckets,
        IReadOnlyList<ChartSeries> series,
        ChartScale scale
    )
    {
        var up = new decimal[buckets];
        var down = new decimal[buckets];
        return
        [
            .. series.Select(s =>
                (IReadOnlyList<Bar>)
                    [
                        .. Enumerable
                            .Range(0, buckets)
                            .Where(bucket => s.At(bucket) != 0)
                            .Select(bucket =>
                                Place(bucket, buckets, s.At(bucket), up, down, scale)
                            ),
                    ]
            ),
        ];
    }

    /// <summary>The whole stack of a bucket, for hatching.</summary>
    public static Bar Stack(
        int bucket,
        int buckets,
        IReadOnlyList<ChartSeries> series,
        ChartScale scale
    )
    {
        var top = scale.Y(series.Sum(s => Math.Max(s.At(bucket), 0)));
        var bottom = scale.Y(series.Sum(s => Math.Min(s.At(bucket), 0)));
        var (x, width) = Column(bucket, buckets);
        return new(bucket, x, width, top, bottom - top);
    }

    private static Bar Place(
        int bucket,
        int buckets,
        decimal value,
        decimal[] up,
        decimal[] down,
        ChartScale scale
    )
    {
        var from = value > 0 ? up[bucket] : down[bucket];
        var to = from + value;
        (value > 0 ? up : down)[bucket] = to;
        var top = scale.Y(Math.Max(from, to));
        var height = scale.Y(Math.Min(from, to)) - top;
        var (x, width) = Column(bucket, buckets);
        return new(bucket, x, width, top, Math.Max(height - Gap, Math.Min(height, 0.5m)));
    }

    private static (decimal X, decimal Width) Column(int bucket, int buckets)
    {
        var slot = 1m / buckets;
        var width = Math.Min(slot * (buckets > 60 ? 0.86m : 0.78m), WidestBar);
        return ((slot * bucket) + ((slot - width) / 2), width);
    }
}
