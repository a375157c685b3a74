using System.Globalization;

namespace Outlay.Web.Charts;

/// <summary>The vertical axis: round steps around the values, and pixels for amounts. All in decimal, so nothing is converted.</summary>
public sealed class ChartScale
{
    private readonly decimal _top;

    private ChartScale(decimal low, decimal high, decimal step, decimal height, decimal top) =>
        (Low, High, Step, Height, _top) = (low, high, step, height, top);

    /// <summary>Lowest tick, 0 or below.</summary>
    public decimal Low { get; }

    /// <summary>Highest tick.</summary>
    public decimal High { get; }

    /// <summary>Distance between two ticks.</summary>
    public decimal Step { get; }

    /// <summary>Pixels from the top of the drawing to the lowest tick.</summary>
    public decimal Height { get; }

    /// <summary>The ticks from low to high.</summary>
    public IEnumerable<decimal> Ticks
    {
        get
        {
            for (var tick = Low; tick <= High; tick += Step)
            {
                yield return tick;
            }
        }
    }

    /// <summary>A scale that holds both bounds and zero, with about four steps.</summary>
    public static ChartScale Around(decimal min, decimal max, decimal height)
    {
        var (low, high) = (Math.Min(min, 0), Math.Max(max, 0));
        if (low == high)
        {
            high = 1;
        }

        var step = NiceStep((high - low) / 4);
        return new(
            Math.Floor(low / step) * step,
            Math.Ceiling(high / step) * step,
            step,
            height,
            top: 8
        );
    }

    /// <summary>A scale from one bound to the other, without round steps and without zero.</summary>
    public static ChartScale Between(decimal min, decimal max, decimal height) =>
        min == max
            ? new(min - 1, max + 1, 1, height, top: 2)
            : new(min, max, max - min, height, top: 2);

    /// <summary>Pixels from the top for an amount.</summary>
    public decimal Y(decimal amount) => _top + ((High - amount) / (High - Low) * (Height - _top));

    /// <summary>A coordinate with one decimal, as SVG reads it.</summary>
    public static string Px(decimal value) =>
        Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>A horizontal place or width as a percentage, as SVG reads it.</summary>
    public static string Percent(decimal share) =>
        Math.Round(share * 100, 3).ToString("0.###", CultureInfo.InvariantCulture) + "%";

    private static decimal NiceStep(decimal rough)
    {
        var power = 1m;
        while (rough >= power * 10)
        {
            power *= 10;
        }

        while (rough < power)
        {
            power /= 10;
        }

        decimal[] steps = [1, 2, 2.5m, 5, 10];
        return power * steps.First(s => s >= rough / power);
    }
}
