namespace Outlay.Anomalies.Detection;

/// <summary>The first weeks of a series judged by each other, before there is a level to judge them by.</summary>
internal readonly ref struct ColdStart
{
    private const int Week = 7;
    private const double Reach = 1.6;

    // The median of three or four contains the day itself and so understates its deviation.
    private const double OwnShare = 1.2;
    private readonly ReadOnlySpan<double> _values;
    private readonly double[] _usual;
    private readonly double _level;

    public ColdStart(ReadOnlySpan<double> values)
    {
        _values = values;
        _usual = new double[Math.Min(Week, values.Length)];
        Span<double> like = stackalloc double[(values.Length / Week) + 1];
        for (var weekday = 0; weekday < _usual.Length; weekday++)
        {
            var count = 0;
            for (var day = weekday; day < values.Length; day += Week)
            {
                like[count++] = values[day];
            }

            _usual[weekday] = Median.Of(like[..count]);
        }

        Span<double> all = stackalloc double[Week];
        _usual.CopyTo(all);
        _level = Median.Of(all[.._usual.Length]);
    }

    public int Days => _values.Length;

    /// <summary>The day's cost, cut to a range about the median of its weekday.</summary>
    public double Clean(int day) =>
        Usual(day) > 0
            ? Math.Clamp(_values[day], Usual(day) / Reach, Usual(day) * Reach)
            : Usual(day);

    public double Excess(int day) => _values[day] - Usual(day);

    public double Deviation(int day, bool byWeekday)
    {
        var usual = byWeekday ? Usual(day) : _level;
        return usual > 0 ? OwnShare * (_values[day] - usual) / usual : 0;
    }

    private double Usual(int day) => _usual[day % Week];
}
