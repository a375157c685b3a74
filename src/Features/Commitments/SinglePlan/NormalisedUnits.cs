using System.Globalization;

namespace Outlay.Commitments.SinglePlan;

/// <summary>
/// Sizes of machines in units that may be exchanged within a family: a small is 1, a large 4, an xlarge 8, an n-xlarge 8 n. Source: AWS,
/// "How Reserved Instances are applied", size flexibility.
/// </summary>
public static class NormalisedUnits
{
    private static readonly Dictionary<string, double> Sizes = new(StringComparer.Ordinal)
    {
        ["nano"] = 0.25,
        ["micro"] = 0.5,
        ["small"] = 1,
        ["medium"] = 2,
        ["large"] = 4,
        ["xlarge"] = 8,
    };

    /// <summary>Units of a type such as <c>m5.2xlarge</c>; null for a size outside the table, such as metal.</summary>
    public static double? Of(string type)
    {
        var size = type[(type.LastIndexOf('.') + 1)..];
        if (Sizes.TryGetValue(size, out var units))
        {
            return units;
        }

        return
            size.EndsWith("xlarge", StringComparison.Ordinal)
            && int.TryParse(
                size[..^"xlarge".Length],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var times
            )
            && times > 0
            ? 8.0 * times
            : null;
    }

    /// <summary>
    /// Machines running in each hour, counted in machines of one type: 2 of <c>m5.xlarge</c> are 4 of <c>m5.large</c>.
    /// </summary>
    /// <param name="running">Number of machines of each type, hour by hour, all of one length.</param>
    /// <param name="type">Type to count in.</param>
    /// <exception cref="ArgumentException">A type has no units.</exception>
    public static double[] Running(IReadOnlyDictionary<string, double[]> running, string type)
    {
        var unit = Known(type);
        var sum = new double[running.Count == 0 ? 0 : running.First().Value.Length];
        foreach (var (other, hours) in running.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            var factor = Known(other) / unit;
            for (var hour = 0; hour < sum.Length; hour++)
            {
                sum[hour] += factor * hours[hour];
            }
        }

        return sum;
    }

    private static double Known(string type) =>
        Of(type) ?? throw new ArgumentException($"The size of {type} has no units.");
}
