namespace Outlay.Forecast.Intervals;

/// <summary>The forecast of a sum over days: a known part, and an uncertain one with its errors that does not fall below a least.</summary>
public sealed class SumForecast
{
    private readonly double _known;
    private readonly double _uncertain;
    private readonly double _least;
    private readonly RelativeErrors _errors;

    internal SumForecast(double known, double uncertain, double least, RelativeErrors errors) =>
        (_known, _uncertain, _least, _errors) = (known, uncertain, least, errors);

    /// <summary>The point forecast, which is also the median.</summary>
    public double Point => _known + Math.Max(_uncertain, _least);

    /// <summary>The value below which the sum stays with probability <paramref name="p"/>, 0 &lt; p &lt; 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A probability outside 0..1.</exception>
    public double Quantile(double p)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(p, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(p, 1);
        var half = _errors.HalfWidth(Math.Abs((2 * p) - 1)) * Math.Abs(_uncertain);
        var value = _uncertain + (Math.Sign(p - 0.5) * half);
        return _known + Math.Max(value, _least);
    }

    /// <summary>The probability, 0 to 1, that the sum exceeds an amount: that a budget is breached.</summary>
    public double ProbabilityAbove(double amount)
    {
        if (amount < _known + _least)
        {
            return 1;
        }

        var distance = amount - _known - _uncertain;
        if (_uncertain == 0)
        {
            return distance < 0 ? 1 : 0;
        }

        var outside = (1 - _errors.ShareWithin(Math.Abs(distance / _uncertain))) / 2;
        return distance < 0 ? 1 - outside : outside;
    }
}
