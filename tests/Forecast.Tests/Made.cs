namespace Outlay.Forecast.Tests;

/// <summary>Small series of our own making.</summary>
internal static class Made
{
    public static readonly DateOnly First = new(2024, 1, 1);

    public static readonly double[] Week = [0.7, 1.1, 1.15, 1.15, 1.1, 1.1, 0.7];

    /// <summary>Days at a level with a weekday shape, a fee on the first of each month and seeded noise.</summary>
    public static TimeSeries Bill(
        int days,
        double level = 1000,
        double fee = 0,
        double noise = 0.02,
        int seed = 1,
        Func<int, double>? shape = null
    )
    {
        var random = new Random(seed);
        return new TimeSeries(
            Enumerable
                .Range(0, days)
                .Select(t =>
                {
                    var day = First.AddDays(t);
                    var wobble = 1 + (noise * ((2 * random.NextDouble()) - 1));
                    return (level * (shape?.Invoke(t) ?? 1) * Week[(int)day.DayOfWeek] * wobble)
                        + (day.Day == 1 ? fee : 0);
                }),
            7,
            First
        );
    }

    public static double True(DateOnly day, double level = 1000, double fee = 0) =>
        (level * Week[(int)day.DayOfWeek]) + (day.Day == 1 ? fee : 0);
}
