namespace Outlay.Forecast.Calendar;

/// <summary>
/// Days on which bills have fees: the first six of a month by number, the last three counted from its end. Commitments, support and
/// tax are booked on the first, invoices on the days after, batches at the end.
/// </summary>
internal static class MonthKey
{
    private const int FirstDays = 6;
    private const int LastDays = 3;

    /// <summary>All keys: 1..6 and -1..-3.</summary>
    public static readonly int[] All =
    [
        .. Enumerable.Range(1, FirstDays),
        .. Enumerable.Range(1, LastDays).Select(d => -d),
    ];

    /// <summary>The key of a day, 0 for an ordinary one.</summary>
    public static int Of(DateOnly day)
    {
        var left = DateTime.DaysInMonth(day.Year, day.Month) - day.Day;
        return day.Day <= FirstDays ? day.Day
            : left < LastDays ? -(left + 1)
            : 0;
    }
}
