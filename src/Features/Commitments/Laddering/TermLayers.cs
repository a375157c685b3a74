namespace Outlay.Commitments.Laddering;

/// <summary>
/// How much of a use goes to which term, by how lasting it is: to three years what was there in at least <c>1 - d3</c> of the hours of every
/// month, to one year what lies above and was there in at least <c>1 - d1</c> of all hours, the rest stays on demand.
/// </summary>
/// <param name="ThreeYears">Use an hour for three years, at on-demand prices.</param>
/// <param name="OneYear">Use an hour for one year, at on-demand prices.</param>
public sealed record TermLayers(double ThreeYears, double OneYear)
{
    /// <summary>Months that must have been seen before three years are spoken of.</summary>
    public const int MonthsNeeded = 12;

    /// <summary>Splits a use.</summary>
    /// <param name="months">Hourly use of each month, at on-demand prices, no month empty.</param>
    /// <param name="threeYearDiscount">Discount for three years.</param>
    /// <param name="oneYearDiscount">Discount for one year.</param>
    public static TermLayers Of(
        IReadOnlyList<IReadOnlyList<double>> months,
        double threeYearDiscount,
        double oneYearDiscount
    )
    {
        var three =
            months.Count < MonthsNeeded ? 0 : months.Min(m => Quantile(m, threeYearDiscount));
        var all = months.SelectMany(m => m).ToList();
        var one = all.Count == 0 ? 0 : Math.Max(0, Quantile(all, oneYearDiscount) - three);
        return new(three, one);
    }

    /// <summary>The smallest value with at least a share of all at or below it.</summary>
    private static double Quantile(IReadOnlyList<double> values, double share) =>
        values.Order().ElementAt(Math.Max(0, (int)Math.Ceiling((share * values.Count) - 1e-9) - 1));
}
