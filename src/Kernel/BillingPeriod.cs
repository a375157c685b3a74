using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Outlay.Kernel;

/// <summary>One calendar month of billing, UTC, written <c>2026-11</c>. Start inclusive, end exclusive.</summary>
public readonly record struct BillingPeriod : IComparable<BillingPeriod>
{
    /// <summary>Makes the period of a year and a month (1 to 12).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The month does not exist.</exception>
    public BillingPeriod(int year, int month) => Start = new DateOnly(year, month, 1);

    /// <summary>First day of the month.</summary>
    public DateOnly Start { get; }

    /// <summary>First day of the next month; not part of the period.</summary>
    public DateOnly End => Start.AddMonths(1);

    /// <summary>The days of the period.</summary>
    public DateRange Days => new(Start, End);

    /// <summary>The period a day belongs to.</summary>
    public static BillingPeriod Of(DateOnly day) => new(day.Year, day.Month);

    /// <summary>Reads <c>yyyy-MM</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out BillingPeriod period)
    {
        var ok = DateOnly.TryParseExact(
            text,
            "yyyy-MM",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        );
        period = ok ? Of(day) : default;
        return ok;
    }

    /// <summary>Reads <c>yyyy-MM</c>.</summary>
    /// <exception cref="FormatException">The text is not a billing period.</exception>
    public static BillingPeriod Parse(string text) =>
        TryParse(text, out var period)
            ? period
            : throw new FormatException($"'{text}' is not a billing period such as 2026-11.");

    /// <inheritdoc/>
    public int CompareTo(BillingPeriod other) => Start.CompareTo(other.Start);

    /// <summary>Earlier than.</summary>
    public static bool operator <(BillingPeriod left, BillingPeriod right) =>
        left.Start < right.Start;

    /// <summary>Later than.</summary>
    public static bool operator >(BillingPeriod left, BillingPeriod right) =>
        left.Start > right.Start;

    /// <summary>Not later than.</summary>
    public static bool operator <=(BillingPeriod left, BillingPeriod right) =>
        left.Start <= right.Start;

    /// <summary>Not earlier than.</summary>
    public static bool operator >=(BillingPeriod left, BillingPeriod right) =>
        left.Start >= right.Start;

    /// <summary>The form <c>yyyy-MM</c>.</summary>
    public override string ToString() => Start.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
