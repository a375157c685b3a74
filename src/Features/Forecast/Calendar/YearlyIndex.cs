using Outlay.Forecast.Methods;

namespace Outlay.Forecast.Calendar;

/// <summary>
/// How the months of a year differ, from two years on: monthly means over the centred mean of twelve months (the classical ratio to
/// moving average), halved towards 1 because a year or two cannot tell a season from a story. Between the middles of months the
/// factor moves in a line.
/// </summary>
internal sealed class YearlyIndex
{
    private const int Shortest = 730;
    private const int FewestDays = 20;
    private const double Shrinkage = 0.5;

    private readonly DateOnly _first;
    private readonly double[] _factors;

    private YearlyIndex(DateOnly first, double[] factors) => (_first, _factors) = (first, factors);

    /// <summary>The index of a base without fees, weekdays and breaks; nothing before two years.</summary>
    public static YearlyIndex? Of(double[] level, DateOnly first)
    {
        if (level.Length < Shortest)
        {
            return null;
        }

        var months = level
            .Select((value, t) => (Value: value, Day: first.AddDays(t)))
            .GroupBy(d => (d.Day.Year * 12) + d.Day.Month - 1)
            .Where(g => g.Count() >= FewestDays)
            .Select(g => (Month: g.Key % 12, Mean: g.Average(d => d.Value)))
            .ToArray();
        var ratios = Enumerable.Range(0, 12).Select(_ => new List<double>()).ToArray();
        for (var i = 6; i + 6 < months.Length; i++)
        {
            var year = 0.0;
            for (var k = -6; k <= 6; k++)
            {
                year += months[i + k].Mean * (Math.Abs(k) == 6 ? 0.5 : 1) / 12;
            }

            if (year > 0)
            {
                ratios[months[i].Month].Add(months[i].Mean / year);
            }
        }

        if (ratios.Any(r => r.Count == 0))
        {
            return null;
        }

        double[] factors = [.. ratios.Select(r => Robust.Median([.. r]))];
        var mean = factors.Average();
        return mean > 0
            ? new YearlyIndex(first, [.. factors.Select(f => 1 + (Shrinkage * ((f / mean) - 1)))])
            : null;
    }

    /// <summary>The factor of a position, which may lie in the future.</summary>
    public double At(int position)
    {
        var day = _first.AddDays(position);
        var place = (day.Day - 0.5) / DateTime.DaysInMonth(day.Year, day.Month);
        var month = day.Month - 1;
        var neighbour = (month + (place < 0.5 ? 11 : 1)) % 12;
        var share = Math.Abs(place - 0.5);
        return (_factors[month] * (1 - share)) + (_factors[neighbour] * share);
    }
}
