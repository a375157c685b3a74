namespace Outlay.Anomalies.Detection;

/// <summary>
/// Charges that recur on a day of the month: support, marketplace, commitment fees, month-end batches. The last two days of a month are also
/// known by their place from its end, so that month-ends meet their like in every month and a charge of the 28th or 30th keeps its own.
/// </summary>
internal sealed class CalendarLayer(DetectionSettings settings)
{
    private const int Keys = 34;
    private const int Kept = 3;
    private const int Reach = 100;
    private readonly double[] _excess = new double[Keys * Kept];
    private readonly int[] _days = new int[Keys * Kept];
    private readonly int[] _counts = new int[Keys];

    public void Clear() => Array.Clear(_counts);

    public void Add(DateOnly date, double excess)
    {
        Add(date.Day, date, excess);
        if (FromEnd(date) is { } key)
        {
            Add(key, date, excess);
        }
    }

    /// <summary>The charge to expect on a day, or zero. <paramref name="level"/> is asked for only when past charges agree.</summary>
    public double Expected(DateOnly date, Func<double> level)
    {
        var charge = Expected(date.Day, date, level);
        return charge == 0 && FromEnd(date) is { } key ? Expected(key, date, level) : charge;
    }

    private static int? FromEnd(DateOnly date)
    {
        var left = DateTime.DaysInMonth(date.Year, date.Month) - date.Day;
        return left < 2 ? 32 + left : null;
    }

    private void Add(int key, DateOnly date, double excess)
    {
        var at = (key * Kept) + (_counts[key] % Kept);
        _excess[at] = excess;
        _days[at] = date.DayNumber;
        _counts[key]++;
    }

    private double Expected(int key, DateOnly date, Func<double> level)
    {
        Span<double> recent = stackalloc double[Kept];
        var count = 0;
        for (var back = 1; back <= Math.Min(Kept, _counts[key]); back++)
        {
            var at = (key * Kept) + ((_counts[key] - back) % Kept);
            if (date.DayNumber - _days[at] <= Reach)
            {
                recent[count++] = _excess[at];
            }
        }

        for (var taken = count; taken >= 2; taken--)
        {
            if (Agree(recent[..taken]))
            {
                var charges = recent[..taken];
                var floor = settings.FeeShare * level();
                return SmallestSize(charges) > floor ? Median.Of(charges) : 0;
            }
        }

        return 0;
    }

    private bool Agree(ReadOnlySpan<double> charges)
    {
        var sign = Math.Sign(charges[0]);
        double smallest = double.MaxValue;
        double largest = 0;
        foreach (var charge in charges)
        {
            if (sign == 0 || Math.Sign(charge) != sign)
            {
                return false;
            }

            smallest = Math.Min(smallest, Math.Abs(charge));
            largest = Math.Max(largest, Math.Abs(charge));
        }

        return largest <= settings.FeeSpread * smallest;
    }

    private static double SmallestSize(ReadOnlySpan<double> charges)
    {
        var smallest = double.MaxValue;
        foreach (var charge in charges)
        {
            smallest = Math.Min(smallest, Math.Abs(charge));
        }

        return smallest;
    }
}
