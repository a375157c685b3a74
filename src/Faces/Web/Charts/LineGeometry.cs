using System.Globalization;

namespace Outlay.Web.Charts;

/// <summary>Points of lines and outlines of areas, in a box ten units wide a bucket and as high as the scale.</summary>
public static class LineGeometry
{
    /// <summary>Width of the box that points lie in.</summary>
    public static int BoxWidth(int buckets) => Math.Max(buckets, 1) * 10;

    /// <summary>Points of values from one to another, both in it, at the middle of their buckets; the first value is at bucket <paramref name="start"/>.</summary>
    public static string Points(
        IReadOnlyList<decimal> values,
        int first,
        int last,
        ChartScale scale,
        int start = 0
    )
    {
        var points = Enumerable
            .Range(first, Math.Max(last - first + 1, 0))
            .Select(i => Point(start + i, values[i], scale))
            .ToList();

        // A lone point would not be drawn; a line of no length with round ends is a dot.
        return string.Join(' ', points.Count == 1 ? [points[0], points[0]] : points);
    }

    /// <summary>Outline between two rows of amounts: the upper one forwards, the lower one back.</summary>
    public static string Band(
        IReadOnlyList<decimal> upper,
        IReadOnlyList<decimal> lower,
        ChartScale scale,
        int start = 0
    ) =>
        string.Join(
            ' ',
            upper
                .Select((value, i) => Point(start + i, value, scale))
                .Concat(lower.Select((value, i) => Point(start + i, value, scale)).Reverse())
        );

    private static string Point(int bucket, decimal value, ChartScale scale) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(bucket * 10) + 5},{ChartScale.Px(scale.Y(value))}"
        );
}
