using Outlay.Forecast.Distributions;

namespace Outlay.Forecast.Intervals;

/// <summary>
/// A pool of absolute relative errors read as a distribution that is symmetric around the forecast. The half width of a level is the
/// ceil((n + 1) level)-th smallest error, the largest when that rank is beyond the pool, and at least what a normal distribution with
/// an 80 % half width of one percent has: a total is never known better.
/// </summary>
public sealed class RelativeErrors
{
    private const double Floor = 0.01;
    private const double Unknown = 0.5;
    private const int Halvings = 60;

    private static readonly double Eighty = Normal.TwoSided(0.8);

    private readonly double[] _sorted;

    internal RelativeErrors(List<double> pool)
    {
        _sorted = [.. pool];
        Array.Sort(_sorted);
    }

    /// <summary>How many errors there are.</summary>
    public int Count => _sorted.Length;

    /// <summary>Half the width of the central interval of a level, as a share of the forecast. Without errors half of it at 80 %.</summary>
    public double HalfWidth(double level) =>
        Math.Max(Pooled(level), Floor * Normal.TwoSided(level) / Eighty);

    /// <summary>The share of outcomes within a distance of the forecast, the distance as a share of the forecast.</summary>
    public double ShareWithin(double distance)
    {
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) =
                middle < 1 && HalfWidth(middle) <= distance ? (middle, high) : (low, middle);
        }

        return low;
    }

    internal double Pooled(double level)
    {
        if (_sorted.Length == 0)
        {
            return Unknown * Normal.TwoSided(level) / Eighty;
        }

        var rank = (int)Math.Ceiling(((_sorted.Length + 1) * level) - 1e-9);
        return _sorted[Math.Clamp(rank, 1, _sorted.Length) - 1];
    }
}
