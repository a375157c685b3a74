using System.Globalization;
using Outlay.Kernel;

namespace Outlay.Budgets;

/// <summary>Reads the parts of a budget from what people type, in forms, files and commands alike.</summary>
public static class BudgetWords
{
    /// <summary>Reads an amount; thousands may be set apart by commas or blanks.</summary>
    public static Result<decimal> Amount(string? text) =>
        decimal.TryParse(
            text?.Replace(" ", "", StringComparison.Ordinal),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture,
            out var amount
        )
            ? amount
            : Wrong(
                $"'{text}' is no amount.",
                "Write a number such as 12000 or 1499.50.",
                "amount"
            );

    /// <summary>Reads thresholds, separated by semicolons, commas or line ends.</summary>
    public static Result<IReadOnlyList<BudgetThreshold>> Thresholds(string? text)
    {
        var all = (text ?? "")
            .Split(
                [';', ',', '\n', '\r'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
            .Select(BudgetThreshold.Parse)
            .ToList();
        return all.Find(t => !t.IsOk) is { Problem: { } problem }
            ? problem
            : all.ConvertAll(t => t.Value);
    }

    /// <summary>Reads amounts of single periods: <c>2026-12: 15000</c>, one a line; a month stands for its first day.</summary>
    public static Result<IReadOnlyDictionary<DateOnly, decimal>> Amounts(string? text)
    {
        var amounts = new Dictionary<DateOnly, decimal>();
        foreach (
            var line in (text ?? "").Split(
                ['\n', '\r', ';'],
                StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
            )
        )
        {
            var parts = line.Split(':', 2, StringSplitOptions.TrimEntries);
            if (
                parts is not [var when, var what]
                || Day(when) is not { } day
                || Amount(what) is not { IsOk: true } amount
            )
            {
                return Wrong(
                    $"'{line}' is no amount of a period.",
                    "Write each on a line of its own, such as 2026-12: 15000.",
                    "amounts"
                );
            }

            if (!amounts.TryAdd(day, amount.Value))
            {
                return Wrong($"{when} has two amounts.", "Keep one of them.", "amounts");
            }
        }

        return amounts;
    }

    /// <summary>Reads the periods of a budget.</summary>
    /// <param name="period">month (also when empty), quarter, year or custom.</param>
    /// <param name="start">A day of the first period, or a month; this month when empty is for the caller to say.</param>
    /// <param name="end">Last day of a custom period.</param>
    /// <param name="fiscalMonth">Month in which the fiscal year begins; January when empty.</param>
    public static Result<BudgetCalendar> Calendar(
        string? period,
        string? start,
        string? end,
        string? fiscalMonth
    )
    {
        if (
            !Enum.TryParse<BudgetCadence>(period ?? "month", ignoreCase: true, out var cadence)
            || !Enum.IsDefined(cadence)
        )
        {
            return Wrong(
                $"'{period}' is no period.",
                "Write month, quarter, year or custom.",
                "period"
            );
        }

        if (Day(start) is not { } first)
        {
            return Wrong($"'{start}' is no first day.", "Write it as 2026-11-01.", "start");
        }

        if (cadence == BudgetCadence.Custom)
        {
            return Day(end) is { } last && last >= first
                ? BudgetCalendar.Of(DateRange.Inclusive(first, last))
                : Wrong(
                    $"'{end}' is no last day.",
                    "Write a day that is not before the first, such as 2027-03-31.",
                    "end"
                );
        }

        return
            int.TryParse(
                fiscalMonth ?? "1",
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var month
            ) && month is >= 1 and <= 12
            ? BudgetCalendar.Of(cadence, first, month)
            : Wrong($"'{fiscalMonth}' is no month.", "Write 1 to 12.", "fiscal_month");
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(
            text?.Trim(),
            ["yyyy-MM-dd", "yyyy-MM"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var day
        )
            ? day
            : null;

    private static Problem Wrong(string message, string fix, string field) =>
        new(ProblemKind.Invalid, message, fix, field);
}
