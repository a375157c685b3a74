namespace Outlay.Web.Charts;

/// <summary>Which buckets have a label under the axis, and which of the labels wait for a wide drawing.</summary>
public static class AxisLabels
{
    private static readonly int[] Steps = [1, 2, 3, 7, 14, 28, 56, 112, 224, 448, 896];

    /// <summary>Labelled buckets; about ten, every second of them for wide drawings only.</summary>
    public static IEnumerable<(int Bucket, bool WideOnly)> For(int buckets)
    {
        var step = Steps.First(s => buckets <= s * 11 || s == Steps[^1]);
        var position = 0;
        for (var bucket = 0; bucket < buckets; bucket += step)
        {
            yield return (bucket, buckets > 4 && position++ % 2 == 1);
        }
    }
}
