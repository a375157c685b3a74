using Outlay.Forecast.Intervals;
using Outlay.Kernel;

namespace Outlay.Forecast.Outlook;

/// <summary>What a period will come to.</summary>
public sealed class PeriodOutlook
{
    private readonly SumForecast? _rest;

    internal PeriodOutlook(DateRange period, decimal actual, decimal mid, SumForecast? rest)
    {
        _rest = rest;
        Period = period;
        Actual = actual;
        Mid = mid;
        (Low, High) = Around(CostOutlook.Inner);
        (Lowest, Highest) = Around(CostOutlook.Outer);
    }

    /// <summary>The period.</summary>
    public DateRange Period { get; }

    /// <summary>What its complete days cost, to the last digit.</summary>
    public decimal Actual { get; }

    /// <summary>What it will come to: the median.</summary>
    public decimal Mid { get; }

    /// <summary>Lower bound of the inner band.</summary>
    public decimal Low { get; }

    /// <summary>Upper bound of the inner band.</summary>
    public decimal High { get; }

    /// <summary>Lower bound of the outer band.</summary>
    public decimal Lowest { get; }

    /// <summary>Upper bound of the outer band.</summary>
    public decimal Highest { get; }

    /// <summary>Whether all its days are complete, so that nothing is left to forecast.</summary>
    public bool IsOver => _rest is null;

    /// <summary>The probability, 0 to 1, that it comes to more than an amount.</summary>
    public double ProbabilityAbove(decimal amount) =>
        _rest is null
            ? Actual > amount
                ? 1
                : 0
            : _rest.ProbabilityAbove(Estimates.Of(amount - Mid) + _rest.Point);

    private (decimal Low, decimal High) Around(double level)
    {
        if (_rest is null)
        {
            return (Actual, Actual);
        }

        var offset = Mid - Estimates.Amount(_rest.Point);
        return (
            offset + Estimates.Amount(_rest.Quantile((1 - level) / 2)),
            offset + Estimates.Amount(_rest.Quantile((1 + level) / 2))
        );
    }
}
