namespace Outlay.Commitments.SinglePlan;

/// <summary>One point of a curve for a chart: sums over the horizon.</summary>
/// <param name="Commitment">Money an hour at plan rates.</param>
/// <param name="Cost">Paid, commitments that stood before included.</param>
/// <param name="Saving">Paid less than without this commitment.</param>
/// <param name="Coverage">Covered share of what is eligible.</param>
/// <param name="Utilisation">Used share of this commitment.</param>
public sealed record CurvePoint(
    double Commitment,
    double Cost,
    double Saving,
    double Coverage,
    double Utilisation
);

/// <summary>
/// Cost as a function of one hourly commitment: linear between the levels at which, in some hour, a line is used up. Source of the form:
/// the cost of stock under uncertain demand (the newsvendor), <c>N C + sum (U - C)+ / (1 - d)</c>, summed over lines of several discounts.
/// </summary>
public sealed class CommitmentCurve
{
    private readonly double[] _levels;
    private readonly double[] _covered;
    private readonly double[] _used;
    private readonly double _without;
    private readonly double _eligible;
    private readonly double _coveredBefore;

    internal CommitmentCurve(
        (double[] Levels, double[] Covered, double[] Used) points,
        double hours,
        double without,
        double eligible,
        double coveredBefore
    )
    {
        (_levels, _covered, _used) = points;
        Hours = hours;
        _without = without;
        _eligible = eligible;
        _coveredBefore = coveredBefore;
        Optimum = Cheapest();
    }

    /// <summary>Sum of the weights of all hours, the hours that a commitment is paid for.</summary>
    public double Hours { get; }

    /// <summary>
    /// The smallest commitment of the least cost. Where all lines have one discount d it is the lower d-quantile of the hourly use at plan
    /// rates: the last dollar must be used in at least <c>1 - d</c> of the hours.
    /// </summary>
    public double Optimum { get; }

    /// <summary>The commitment from which on more covers no more.</summary>
    public double Maximum => _levels[^1];

    /// <summary>Paid over the horizon at a commitment.</summary>
    public double Cost(double commitment) =>
        _without + (Hours * commitment) - At(_covered, commitment);

    /// <summary>Paid less over the horizon than without this commitment.</summary>
    public double Saving(double commitment) => At(_covered, commitment) - (Hours * commitment);

    /// <summary>Use that it takes off the on-demand bill, at on-demand prices.</summary>
    public double Covered(double commitment) => At(_covered, commitment);

    /// <summary>Money of it that is used.</summary>
    public double Used(double commitment) => At(_used, commitment);

    /// <summary>Money of it that is lost.</summary>
    public double Unused(double commitment) => (Hours * commitment) - Used(commitment);

    /// <summary>Covered share of what is eligible, by this and by what stood before.</summary>
    public double Coverage(double commitment) =>
        _eligible > 0 ? (_coveredBefore + Covered(commitment)) / _eligible : 0;

    /// <summary>Used over committed; 0 without a commitment.</summary>
    public double Utilisation(double commitment) =>
        commitment > 0 && Hours > 0 ? Used(commitment) / (Hours * commitment) : 0;

    /// <summary>
    /// The smallest commitment that reaches a coverage, averaged over the horizon; the largest that still covers more when none does.
    /// </summary>
    /// <param name="coverage">Share of eligible use, 0 to 1.</param>
    public double ForCoverage(double coverage)
    {
        var wanted = (coverage * _eligible) - _coveredBefore;
        if (wanted <= 0)
        {
            return 0;
        }

        for (var i = 1; i < _levels.Length; i++)
        {
            if (_covered[i] >= wanted - (1e-12 * Math.Abs(wanted)))
            {
                var part = (wanted - _covered[i - 1]) / (_covered[i] - _covered[i - 1]);
                return _levels[i - 1] + (Math.Min(part, 1) * (_levels[i] - _levels[i - 1]));
            }
        }

        return Maximum;
    }

    /// <summary>The point of a commitment.</summary>
    public CurvePoint Point(double commitment) =>
        new(
            commitment,
            Cost(commitment),
            Saving(commitment),
            Coverage(commitment),
            Utilisation(commitment)
        );

    /// <summary>At most <paramref name="count"/> points from nothing to the maximum, the optimum among them.</summary>
    /// <param name="count">4 or more.</param>
    /// <param name="including">A commitment that shall be among them as well.</param>
    public IReadOnlyList<CurvePoint> Sample(int count = 200, double? including = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 4);
        IEnumerable<double> levels =
            _levels.Length < count - 1
                ? _levels
                : Enumerable.Range(0, count - 2).Select(i => Maximum * i / (count - 3));
        return
        [
            .. levels.Append(Optimum).Append(including ?? Optimum).Distinct().Order().Select(Point),
        ];
    }

    private double Cheapest()
    {
        var best = 0;
        var least = double.PositiveInfinity;

        // Sums over millions of breakpoints carry rounding: of equal costs the smaller commitment is the one to buy.
        var crumb = 1e-10 * Math.Max(Math.Abs(_without), Hours * _levels[^1]);
        for (var i = 0; i < _levels.Length; i++)
        {
            var cost = (Hours * _levels[i]) - _covered[i];
            if (cost < least - crumb)
            {
                (best, least) = (i, cost);
            }
        }

        return _levels[best];
    }

    private double At(double[] sums, double commitment)
    {
        var index = Array.BinarySearch(_levels, commitment);
        if (index >= 0)
        {
            return sums[index];
        }

        var above = ~index;
        if (above == 0)
        {
            return 0;
        }

        if (above == _levels.Length)
        {
            return sums[^1];
        }

        var part = (commitment - _levels[above - 1]) / (_levels[above] - _levels[above - 1]);
        return sums[above - 1] + (part * (sums[above] - sums[above - 1]));
    }
}
