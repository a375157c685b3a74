using Outlay.Forecast.Methods;

namespace Outlay.Forecast.Calendar;

/// <summary>
/// A daily series taken apart by the calendar: fees of the month, weekday factors, outliers and level breaks removed. What is left is
/// the base, a smooth level with noise.
/// </summary>
internal sealed class CleanSeries
{
    private const double FeeShare = 0.06;
    private const double FeeDeviations = 2;
    private const double OutlierDeviations = 5;
    private const int SpreadWindow = 120;
    private const int Untouched = 3;
    private const int ShiftRun = 4;
    private const int RecentDays = 28;

    private readonly DayFrame _frame;
    private readonly Dictionary<int, IReadOnlyList<MonthlyFee>> _fees = [];

    private CleanSeries(DayFrame frame, double[] factors, double[] level)
    {
        _frame = frame;
        Factors = factors;
        Base = level;
    }

    /// <summary>Weekday factors, Sunday first.</summary>
    public double[] Factors { get; }

    /// <summary>The base by day, brought to the present level.</summary>
    public double[] Base { get; private set; }

    /// <summary>Median of the last four weeks of the base.</summary>
    public double RecentLevel => Robust.Median(Base.AsSpan(Math.Max(0, Base.Length - RecentDays)));

    public static CleanSeries Of(double[] y, DayFrame frame)
    {
        var rough = WeekdayFactors.Of(y, frame, skipKeys: true);
        var clean = (double[])y.Clone();
        var first = new CleanSeries(frame, rough, Divided(y, frame, rough));
        first.RemoveFees(clean);
        first.RemoveOutliers();
        first.Multiply(clean);

        var factors = WeekdayFactors.Of(clean, frame, skipKeys: false);
        clean = (double[])y.Clone();
        var second = new CleanSeries(frame, factors, Divided(y, frame, factors));
        second.RemoveFees(clean);
        second.RemoveOutliers();
        second.Base = LevelBreaks.Remove(second.Base);
        return second;
    }

    /// <summary>Weekday factor of a position that may lie in the future.</summary>
    public double FactorAt(int position) => Factors[_frame.WeekdayOf(position)];

    /// <summary>The fee of a position that may lie in the future.</summary>
    public double FeeAt(int position, double level) =>
        _fees.TryGetValue(_frame.KeyOf(position), out var fee)
            ? fee.Sum(f => f.On(level, FactorAt(position)))
            : 0;

    private static double[] Divided(double[] y, DayFrame frame, double[] factors) =>
        [.. y.Select((v, t) => v / factors[frame.Weekdays[t]])];

    private void Multiply(double[] into)
    {
        for (var t = 0; t < into.Length; t++)
        {
            into[t] = Base[t] * Factors[_frame.Weekdays[t]];
        }
    }

    private void RemoveFees(double[] y)
    {
        var level = LocalLevel.Of(Base, t => _frame.Keys[t] == 0);
        var threshold = Math.Max(FeeShare, FeeDeviations * Spread(level));
        foreach (var key in MonthKey.All)
        {
            var occurrences = Occurrences(y, level, key);
            var fees = MonthlyFee.Find(occurrences, threshold);
            if (fees.Count == 0)
            {
                continue;
            }

            _fees[key] = fees;
            var size = Math.Sign(fees[0].Size);
            foreach (var o in occurrences.Where(o => o.Share * size > threshold / 2))
            {
                Base[o.Position] = o.Level;
            }
        }
    }

    private List<FeeOccurrence> Occurrences(double[] y, double[] level, int key)
    {
        var found = new List<FeeOccurrence>();
        for (var t = 0; t < y.Length; t++)
        {
            if (_frame.Keys[t] == key)
            {
                var weekday = Factors[_frame.Weekdays[t]];
                found.Add(new FeeOccurrence(t, y[t] - (level[t] * weekday), level[t], weekday));
            }
        }

        return found;
    }

    /// <summary>Robust relative deviation of ordinary days from their level, over the last four months.</summary>
    private double Spread(double[] level)
    {
        var away = new List<double>();
        for (var t = Math.Max(0, Base.Length - SpreadWindow); t < Base.Length; t++)
        {
            if (_frame.Keys[t] == 0 && level[t] > 0)
            {
                away.Add(Math.Abs((Base[t] / level[t]) - 1));
            }
        }

        return Robust.Consistency * Robust.Median([.. away]);
    }

    /// <summary>
    /// Days further from their level than five deviations take the level, but for the last three, which may be news, and for runs of
    /// four and more on one side, which are a new level.
    /// </summary>
    private void RemoveOutliers()
    {
        var level = LocalLevel.Of(Base, _ => true);
        var wall = OutlierDeviations * Math.Max(Spread(level), 0.005);
        int Side(int t) =>
            level[t] > 0 && Math.Abs((Base[t] / level[t]) - 1) > wall
                ? Math.Sign(Base[t] - level[t])
                : 0;
        var t = 0;
        while (t < Base.Length - Untouched)
        {
            var side = Side(t);
            var end = t + 1;
            while (side != 0 && end < Base.Length && Side(end) == side)
            {
                end++;
            }

            if (side != 0 && end - t < ShiftRun)
            {
                for (var i = t; i < Math.Min(end, Base.Length - Untouched); i++)
                {
                    Base[i] = level[i];
                }
            }

            t = end;
        }
    }
}
