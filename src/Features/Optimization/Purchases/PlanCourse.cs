using Outlay.Optimization.Findings;

namespace Outlay.Optimization.Purchases;

/// <summary>
/// A plan's curve as a function of commitment and of an even fall of use. When all use falls by a share f, each hour's cost does, so that
/// a commitment C does <c>(1 - f)</c> times what <c>C / (1 - f)</c> did. Between points of the curve values are interpolated: as saving is
/// concave, never to more than it is.
/// </summary>
internal sealed class PlanCourse(PlanChoice plan)
{
    private static readonly double Hours = UsageHours.Number(Month.Hours);

    private readonly IReadOnlyList<PlanPoint> _points = plan.Curve;

    /// <summary>The commitment from which on more covers no more.</summary>
    public double Maximum => _points[^1].Hourly;

    /// <summary>Saving of a month.</summary>
    public double Saving(double hourly, double fall = 0) =>
        (1 - fall)
        * At(
            hourly / (1 - fall),
            p => p.MonthlySaving,
            beyond => _points[^1].MonthlySaving - Hours * beyond
        );

    /// <summary>Commitment of a month that nothing uses.</summary>
    public double Unused(double hourly, double fall = 0) =>
        (Hours * hourly) - ((1 - fall) * Used(hourly / (1 - fall)));

    /// <summary>Covered share of what a plan could cover.</summary>
    public double Coverage(double hourly) => At(hourly, p => p.Coverage, _ => _points[^1].Coverage);

    /// <summary>Everything of a commitment, use as it was.</summary>
    public PlanPoint Point(double hourly) =>
        new(
            hourly,
            Saving(hourly),
            Coverage(hourly),
            hourly > 0 ? Used(hourly) / (Hours * hourly) : 0
        );

    /// <summary>The smallest commitment that reaches a coverage; the maximum when none does.</summary>
    public double ForCoverage(double coverage)
    {
        for (var i = 1; i < _points.Count; i++)
        {
            if (_points[i].Coverage >= coverage)
            {
                var (from, to) = (_points[i - 1], _points[i]);
                var part =
                    to.Coverage > from.Coverage
                        ? Math.Max(0, (coverage - from.Coverage) / (to.Coverage - from.Coverage))
                        : 0;
                return from.Hourly + part * (to.Hourly - from.Hourly);
            }
        }

        return Maximum;
    }

    /// <summary>Largest saving of a month at an even fall of use.</summary>
    public double Best(double fall) => (1 - fall) * _points.Max(p => p.MonthlySaving);

    private double Used(double hourly) =>
        At(
            hourly,
            p => Hours * p.Hourly * p.Utilisation,
            _ => Hours * Maximum * _points[^1].Utilisation
        );

    private double At(double hourly, Func<PlanPoint, double> value, Func<double, double> beyond)
    {
        if (hourly >= Maximum)
        {
            return beyond(hourly - Maximum);
        }

        var above = 0;
        while (_points[above].Hourly < hourly)
        {
            above++;
        }

        if (above == 0)
        {
            return value(_points[0]);
        }

        var (from, to) = (_points[above - 1], _points[above]);
        var part = (hourly - from.Hourly) / (to.Hourly - from.Hourly);
        return value(from) + part * (value(to) - value(from));
    }
}
