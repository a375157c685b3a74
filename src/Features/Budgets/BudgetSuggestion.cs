using Outlay.Kernel;

namespace Outlay.Budgets;

/// <summary>An amount that recent months suggest.</summary>
/// <param name="Recent">What the months cost, oldest first.</param>
/// <param name="Amount">Their mean, times the months of a period, plus growth, rounded up to three digits.</param>
public sealed record BudgetSuggestion(
    IReadOnlyList<(BillingPeriod Month, decimal Cost)> Recent,
    decimal Amount
)
{
    /// <summary>How many months it looks back.</summary>
    public const int Months = 3;

    private const decimal Digits = 100;

    internal static BudgetSuggestion Of(
        IReadOnlyList<(BillingPeriod Month, decimal Cost)> recent,
        BudgetCadence cadence,
        decimal growth
    )
    {
        var known = recent.Where(r => r.Cost != 0).Select(r => r.Cost).DefaultIfEmpty().Average();
        var months = cadence switch
        {
            BudgetCadence.Quarter => 3,
            BudgetCadence.Year => 12,
            _ => 1,
        };
        return new(recent, Round(Math.Max(0, known * months * (1 + (growth / 100)))));
    }

    private static decimal Round(decimal amount)
    {
        var step = 0.01m;
        while (amount / step >= Digits * 10)
        {
            step *= 10;
        }

        return Math.Ceiling(amount / step) * step;
    }
}
