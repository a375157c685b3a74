namespace Outlay.Forecast.Calendar;

/// <summary>Weekdays and month keys of a run of days, computed once.</summary>
internal sealed class DayFrame
{
    private readonly DateOnly _first;
    private readonly IReadOnlySet<DateOnly> _holidays;

    public DayFrame(DateOnly first, int days, IReadOnlySet<DateOnly> holidays)
    {
        (_first, _holidays) = (first, holidays);
        Keys = new int[days];
        Weekdays = new int[days];
        for (var t = 0; t < days; t++)
        {
            Keys[t] = MonthKey.Of(first.AddDays(t));
            Weekdays[t] = WeekdayOf(t);
        }
    }

    /// <summary>Month keys by position.</summary>
    public int[] Keys { get; }

    /// <summary>Weekdays by position, 0 for Sunday; a holiday counts as a Sunday.</summary>
    public int[] Weekdays { get; }

    /// <summary>Weekday of a position that may lie beyond the frame.</summary>
    public int WeekdayOf(int position)
    {
        var day = _first.AddDays(position);
        return _holidays.Contains(day) ? 0 : (int)day.DayOfWeek;
    }

    /// <summary>Month key of a position that may lie beyond the frame.</summary>
    public int KeyOf(int position) => MonthKey.Of(_first.AddDays(position));
}
