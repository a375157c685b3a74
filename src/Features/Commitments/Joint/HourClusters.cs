using Outlay.Commitments.Billing;

namespace Outlay.Commitments.Joint;

/// <summary>
/// A few hours that stand for many: hours of like use become one of their mean and count. Source: Lloyd, "Least squares quantization in
/// PCM" (1982), started from hours spread evenly by their total so that the answer is the same in every run.
/// </summary>
internal sealed record HourClusters(LineGroups Groups, double[] Weights)
{
    private const int Rounds = 6;

    public static HourClusters Of(LineGroups groups, IReadOnlyList<double>? weights, int most)
    {
        if (groups.Hours <= most)
        {
            return new(
                groups,
                [.. Enumerable.Range(0, groups.Hours).Select(h => weights?[h] ?? 1)]
            );
        }

        var centres = Start(groups, most);
        var nearest = new int[groups.Hours];
        var counts = new double[most];
        for (var round = 0; round < Rounds; round++)
        {
            Parallel.For(
                0,
                groups.Hours,
                hour => nearest[hour] = Nearest(groups.Hour(hour), centres)
            );
            centres = Means(groups, weights, nearest, centres, counts);
        }

        return new(groups.With(centres), counts);
    }

    private static double[] Start(LineGroups groups, int most)
    {
        var order = Enumerable
            .Range(0, groups.Hours)
            .OrderBy(h => Sum(groups.Hour(h)))
            .ThenBy(h => h)
            .ToList();
        var centres = new double[most * groups.Count];
        for (var i = 0; i < most; i++)
        {
            groups
                .Hour(order[(int)((long)i * (groups.Hours - 1) / (most - 1))])
                .CopyTo(centres.AsSpan(i * groups.Count));
        }

        return centres;
    }

    private static int Nearest(ReadOnlySpan<double> hour, double[] centres)
    {
        var (best, least) = (0, double.PositiveInfinity);
        for (var (centre, at) = (0, 0); at < centres.Length; centre++, at += hour.Length)
        {
            var distance = 0.0;
            for (var i = 0; i < hour.Length && distance < least; i++)
            {
                var gap = hour[i] - centres[at + i];
                distance += gap * gap;
            }

            if (distance < least)
            {
                (best, least) = (centre, distance);
            }
        }

        return best;
    }

    private static double[] Means(
        LineGroups groups,
        IReadOnlyList<double>? weights,
        int[] nearest,
        double[] before,
        double[] counts
    )
    {
        var means = new double[before.Length];
        Array.Clear(counts);
        for (var hour = 0; hour < groups.Hours; hour++)
        {
            var weight = weights?[hour] ?? 1;
            counts[nearest[hour]] += weight;
            var row = means.AsSpan(nearest[hour] * groups.Count, groups.Count);
            var usage = groups.Hour(hour);
            for (var i = 0; i < row.Length; i++)
            {
                row[i] += weight * usage[i];
            }
        }

        for (var i = 0; i < means.Length; i++)
        {
            var count = counts[i / groups.Count];
            means[i] = count > 0 ? means[i] / count : before[i];
        }

        return means;
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }
}
