using System.Globalization;
using Outlay.Kernel;

namespace Outlay.Optimization.Purchases;

/// <summary>What a plan is sized for.</summary>
public enum SizeBy
{
    /// <summary>The largest expected saving, as advised.</summary>
    Saving,

    /// <summary>A share of on-demand use that shall be covered.</summary>
    Coverage,

    /// <summary>Money an hour that is given.</summary>
    Hourly,

    /// <summary>The least that can be missed, whether use stays or falls by up to a fifth.</summary>
    Regret,
}

/// <summary>How a person wants a plan sized and bought.</summary>
/// <param name="By">What for.</param>
/// <param name="Amount">Percent for <see cref="SizeBy.Coverage"/>, money an hour for <see cref="SizeBy.Hourly"/>; else 0.</param>
/// <param name="Parts">Parts that it is bought in over a year: 1, 4 or 12.</param>
public sealed record SizeWish(SizeBy By, double Amount, int Parts)
{
    private const double MostHourly = 1_000_000;

    /// <summary>As advised, at once.</summary>
    public static SizeWish AsAdvised { get; } = new(SizeBy.Saving, 0, 1);

    /// <summary>Reads what was typed; what is left out is as advised.</summary>
    /// <param name="by">A <see cref="SizeBy"/> in small letters.</param>
    /// <param name="amount">Percent or money an hour, in invariant notation.</param>
    /// <param name="parts">1, 4 or 12.</param>
    public static Result<SizeWish> Read(string? by, string? amount, string? parts)
    {
        if (
            !Enum.TryParse<SizeBy>(string.IsNullOrEmpty(by) ? "saving" : by, true, out var size)
            || by?.All(char.IsAsciiLetter) == false
        )
        {
            return Wrong("size", "Choose saving, coverage, hourly or regret.");
        }

        var count = parts switch
        {
            null or "" or "1" => 1,
            "4" => 4,
            "12" => 12,
            _ => 0,
        };
        if (count == 0)
        {
            return Wrong("parts", "Choose 1, 4 or 12 parts.");
        }

        if (size is SizeBy.Saving or SizeBy.Regret)
        {
            return new SizeWish(size, 0, count);
        }

        return !double.TryParse(
                amount,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? Wrong("amount", "Write a number, such as 70 percent or 2.5 an hour.")
            : size == SizeBy.Coverage && number is not (> 0 and <= 100)
                ? Wrong("amount", "Write a coverage above 0 and up to 100 percent.")
            : size == SizeBy.Hourly && number is not (> 0 and <= MostHourly)
                ? Wrong("amount", "Write a commitment above 0 and up to 1,000,000 an hour.")
            : new SizeWish(size, number, count);
    }

    private static Problem Wrong(string field, string fix) =>
        new(ProblemKind.Invalid, "The plan was not sized as asked.", fix, field);
}
