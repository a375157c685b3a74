namespace Outlay.Forecast.Methods;

/// <summary>Medians and the spread around them.</summary>
internal static class Robust
{
    /// <summary>Makes the median absolute deviation estimate the standard deviation of normal data.</summary>
    public const double Consistency = 1.4826;

    public static double Median(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            return 0;
        }

        Span<double> sorted =
            values.Length <= 256 ? stackalloc double[values.Length] : new double[values.Length];
        values.CopyTo(sorted);
        sorted.Sort();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>The median absolute deviation from the median, made consistent with the standard deviation.</summary>
    public static double Deviation(ReadOnlySpan<double> values)
    {
        var median = Median(values);
        var away = new double[values.Length];
        for (var i = 0; i < away.Length; i++)
        {
            away[i] = Math.Abs(values[i] - median);
        }

        return Consistency * Median(away);
    }
}
