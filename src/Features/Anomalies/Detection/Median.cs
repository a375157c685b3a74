namespace Outlay.Anomalies.Detection;

internal static class Median
{
    // Weeks are sorted millions of times; insertion beats a general sort at this size.
    private const int FewValues = 16;

    /// <summary>Median of few values, which it leaves sorted.</summary>
    public static double Of(Span<double> values)
    {
        if (values.IsEmpty)
        {
            return 0;
        }

        if (values.Length > FewValues)
        {
            values.Sort();
        }
        else
        {
            Insert(values);
        }

        return OfSorted(values);
    }

    private static void Insert(Span<double> values)
    {
        for (var next = 1; next < values.Length; next++)
        {
            var value = values[next];
            var place = next;
            for (; place > 0 && values[place - 1] > value; place--)
            {
                values[place] = values[place - 1];
            }

            values[place] = value;
        }
    }

    public static double OfSorted(ReadOnlySpan<double> sorted)
    {
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// <summary>Quantile with linear interpolation between order statistics (Hyndman and Fan, type 7).</summary>
    public static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 >= sorted.Length
            ? sorted[^1]
            : sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below]));
    }
}
