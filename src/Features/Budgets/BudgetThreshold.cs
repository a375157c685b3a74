using System.Globalization;
using Outlay.Kernel;

namespace Outlay.Budgets;

/// <summary>What a threshold is held against.</summary>
public enum ThresholdBasis
{
    /// <summary>What was spent so far.</summary>
    Actual,

    /// <summary>What the period will come to.</summary>
    Forecast,
}

/// <summary>When people are told: at a share of the budget or at an amount.</summary>
/// <param name="Basis">What it is held against.</param>
/// <param name="Percent">Share of the budget in percent; null when an amount is given.</param>
/// <param name="Amount">Amount in the budget's currency; null when a share is given.</param>
public sealed record BudgetThreshold(ThresholdBasis Basis, decimal? Percent, decimal? Amount)
{
    private const decimal MostPercent = 1000;

    /// <summary>What budgets have that say nothing else: half, most and all of it spent, and all of it to be expected.</summary>
    public static IReadOnlyList<BudgetThreshold> Usual { get; } =
    [
        new(ThresholdBasis.Actual, 50, null),
        new(ThresholdBasis.Actual, 80, null),
        new(ThresholdBasis.Actual, 100, null),
        new(ThresholdBasis.Forecast, 100, null),
    ];

    /// <summary>It in words, such as <c>actual 80%</c> or <c>forecast 12000</c>.</summary>
    public string Text => $"{(Basis == ThresholdBasis.Actual ? "actual" : "forecast")} {Level}";

    /// <summary>Its level in words, such as <c>80%</c>.</summary>
    public string Level =>
        Percent is { } percent
            ? percent.ToString("0.##", CultureInfo.InvariantCulture) + "%"
            : Amount!.Value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>The amount at which it is reached.</summary>
    /// <param name="budget">Amount of the period.</param>
    public decimal Of(decimal budget) =>
        Percent is { } percent ? budget * percent / 100 : Amount!.Value;

    /// <summary>Reads a level: a share such as <c>80%</c>, or an amount.</summary>
    public static Result<BudgetThreshold> Parse(string text)
    {
        var parts = (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        ThresholdBasis? basis = parts is [var word, _]
            ? word.ToUpperInvariant() switch
            {
                "ACTUAL" => ThresholdBasis.Actual,
                "FORECAST" => ThresholdBasis.Forecast,
                _ => null,
            }
            : null;
        if (basis is null)
        {
            return Wrong(text);
        }

        var isPercent = parts[1].EndsWith('%');
        return
            decimal.TryParse(
                parts[1].TrimEnd('%'),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
            && number > 0
            && (!isPercent || number <= MostPercent)
            ? new BudgetThreshold(basis.Value, isPercent ? number : null, isPercent ? null : number)
            : Wrong(text);
    }

    private static Problem Wrong(string? text) =>
        new(
            ProblemKind.Invalid,
            $"'{text}' is no threshold.",
            "Write actual or forecast and a share or an amount, such as actual 80% or forecast 12000.",
            "thresholds"
        );
}
