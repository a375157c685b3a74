using System.Globalization;

namespace Outlay.Kernel;

/// <summary>Whole UTC days, half open: <see cref="From"/> is in, <see cref="To"/> is not.</summary>
public readonly record struct DateRange
{
    /// <summary>Makes a range of at least one day.</summary>
    /// <exception cref="ArgumentException"><paramref name="to"/> is not after <paramref name="from"/>.</exception>
    public DateRange(DateOnly from, DateOnly to)
    {
        if (to <= from)
        {
            throw new ArgumentException(
                $"A range must end after it starts: {from:yyyy-MM-dd} to {to:yyyy-MM-dd}."
            );
        }

        From = from;
        To = to;
    }

    /// <summary>First day.</summary>
    public DateOnly From { get; }

    /// <summary>The day after the last one.</summary>
    public DateOnly To { get; }

    /// <summary>Last day that is in the range: what a person reads and types.</summary>
    public DateOnly Last => To.AddDays(-1);

    /// <summary>Number of days, at least 1.</summary>
    public int Days => To.DayNumber - From.DayNumber;

    /// <summary>The range from one day to another, both in it.</summary>
    public static DateRange Inclusive(DateOnly first, DateOnly last) => new(first, last.AddDays(1));

    /// <summary>Whether the day is in the range.</summary>
    public bool Contains(DateOnly day) => day >= From && day < To;

    /// <summary>Whether the two ranges share a day.</summary>
    public bool Overlaps(DateRange other) => From < other.To && other.From < To;

    /// <summary>Both ends inclusive, <c>2026-11-01..2026-11-22</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{From:yyyy-MM-dd}..{Last:yyyy-MM-dd}");
}
