namespace Outlay.Commitments.Scenarios;

/// <summary>Weighted values in order, and what is asked of them.</summary>
public sealed class Spread
{
    private readonly (double Value, double Weight)[] _sorted;
    private readonly double _weight;

    /// <summary>Of values and weights of 0 or more, not all 0.</summary>
    public Spread(IEnumerable<(double Value, double Weight)> values)
    {
        _sorted = [.. values.Where(v => v.Weight > 0).OrderBy(v => v.Value)];
        _weight = _sorted.Sum(v => v.Weight);
        if (!(_weight > 0))
        {
            throw new ArgumentException("There is no value of any weight.", nameof(values));
        }
    }

    /// <summary>Mean.</summary>
    public double Mean => _sorted.Sum(v => v.Value * v.Weight) / _weight;

    /// <summary>Smallest value with at least a share of the weight at or below it.</summary>
    public double Quantile(double share)
    {
        var sum = 0.0;
        foreach (var (value, weight) in _sorted)
        {
            sum += weight;
            if (sum >= (share * _weight) - (1e-12 * _weight))
            {
                return value;
            }
        }

        return _sorted[^1].Value;
    }

    /// <summary>Share of the weight below a value.</summary>
    public double Below(double value) =>
        _sorted.Where(v => v.Value < value).Sum(v => v.Weight) / _weight;

    /// <summary>
    /// Mean of the worst share, the value at its edge in part. Source: Rockafellar and Uryasev, "Optimization of conditional value-at-risk"
    /// (2000).
    /// </summary>
    public double WorstMean(double share)
    {
        var left = share * _weight;
        var sum = 0.0;
        foreach (var (value, weight) in _sorted)
        {
            var taken = Math.Min(left, weight);
            sum += taken * value;
            left -= taken;
        }

        return sum / (share * _weight);
    }
}
