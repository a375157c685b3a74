using Outlay.Forecast.Methods;

namespace Outlay.Forecast.Calendar;

/// <summary>What a fee moves with.</summary>
internal enum FeeScale
{
    /// <summary>With nothing: the same amount each month.</summary>
    Amount,

    /// <summary>With the level of the series.</summary>
    Level,

    /// <summary>With the level and the weekday: a month-end batch on top of a working day.</summary>
    Day,
}

/// <summary>A cost that returns on the same day of each month, on top of the ordinary day.</summary>
/// <param name="Scale">What it moves with.</param>
/// <param name="Size">In units, or as a share of what it moves with.</param>
internal sealed record MonthlyFee(FeeScale Scale, double Size)
{
    private const int Remembered = 3;
    private const double Alike = 4;
    private const double Clearly = 0.5;

    /// <summary>The fee on a day of the given level and weekday factor.</summary>
    public double On(double level, double weekday) =>
        Scale switch
        {
            FeeScale.Amount => Size,
            FeeScale.Level => Size * level,
            _ => Size * level * weekday,
        };

    /// <summary>
    /// Finds the fees of one key. They recur when the last two excesses, and a third if there is one of that kind, have one sign, are
    /// within a factor of four, exceed half the threshold each, and the threshold in the median, all as shares of the level. A scale
    /// whose sizes spread half as much as the others' is taken; otherwise half the fee is an amount and half moves with the level,
    /// because bills are made of both.
    /// </summary>
    public static IReadOnlyList<MonthlyFee> Find(
        IReadOnlyList<FeeOccurrence> occurrences,
        double threshold
    )
    {
        var last = occurrences.TakeLast(Remembered).ToList();
        if (last.Count < 2 || !Recurs(last[^1], last[^2], threshold))
        {
            return [];
        }

        if (last.Count > 2 && !Recurs(last[^1], last[0], threshold))
        {
            last.RemoveAt(0);
        }

        if (Math.Abs(Robust.Median([.. last.Select(o => o.Share)])) <= threshold)
        {
            return [];
        }

        var (amount, level, day) = (
            Sized(last, FeeScale.Amount),
            Sized(last, FeeScale.Level),
            Sized(last, FeeScale.Day)
        );
        if (day.Spread < Clearly * Math.Min(amount.Spread, level.Spread))
        {
            return [day.Fee];
        }

        return
        [
            amount.Fee with
            {
                Size = amount.Fee.Size / 2,
            },
            level.Fee with
            {
                Size = level.Fee.Size / 2,
            },
        ];
    }

    private static (MonthlyFee Fee, double Spread) Sized(List<FeeOccurrence> last, FeeScale scale)
    {
        double[] sizes = [.. last.Select(o => o.Excess / o.Unit(scale))];
        var middle = Robust.Median(sizes);
        var spread = sizes.Average(s => Math.Abs(s - middle)) / Math.Abs(middle);
        return (new MonthlyFee(scale, middle), spread);
    }

    private static bool Recurs(FeeOccurrence a, FeeOccurrence b, double threshold) =>
        a.Share * b.Share > 0
        && Math.Min(Math.Abs(a.Share), Math.Abs(b.Share)) > threshold / 2
        && Math.Max(a.Share / b.Share, b.Share / a.Share) < Alike;
}

/// <summary>One key day: what it cost above its level times weekday.</summary>
internal readonly record struct FeeOccurrence(
    int Position,
    double Excess,
    double Level,
    double Weekday
)
{
    public double Share => Level > 0 ? Excess / Level : 0;

    public double Unit(FeeScale scale) =>
        scale switch
        {
            FeeScale.Amount => 1,
            FeeScale.Level => Level,
            _ => Level * Weekday,
        };
}
