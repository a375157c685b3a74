using Outlay.Kernel;

namespace Outlay.Lake.Sources;

/// <summary>What a file holds, summed at full scale.</summary>
/// <param name="Totals">Totals by billing period and currency.</param>
/// <param name="Accounts">The billing accounts by period.</param>
/// <param name="Sellers">Who bills: the distinct names found.</param>
public sealed record SourceTotals(
    IReadOnlyList<PeriodTotal> Totals,
    IReadOnlyList<PeriodAccount> Accounts,
    IReadOnlyList<string> Sellers
)
{
    /// <summary>What the file is a part of; see <see cref="Normalisation.Beside"/>.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Totals by day of usage; empty where the format does not tell days. See <see cref="Normalisation.TotalsSql"/>.</summary>
    public IReadOnlyList<DayTotal> Days { get; init; } = [];

    /// <summary>Charges that the rows become.</summary>
    public long Rows => Totals.Sum(t => t.Total.Rows);

    /// <summary>The billing periods, newest first.</summary>
    public IReadOnlyList<BillingPeriod> Periods =>
        [.. Totals.Select(t => t.Period).Distinct().OrderDescending()];
}

/// <summary>Totals of one billing period in one currency.</summary>
/// <param name="Period">Billing period.</param>
/// <param name="Total">The sums.</param>
public sealed record PeriodTotal(BillingPeriod Period, CurrencyTotal Total);

/// <summary>Totals of one day of usage in one currency.</summary>
/// <param name="Day">The day.</param>
/// <param name="Total">The sums.</param>
public sealed record DayTotal(DateOnly Day, CurrencyTotal Total);

/// <summary>A billing account that has charges in a period.</summary>
/// <param name="Period">Billing period.</param>
/// <param name="Account">Account id.</param>
public sealed record PeriodAccount(BillingPeriod Period, string Account);

/// <summary>Sums in one currency, as exact decimal texts.</summary>
/// <param name="Currency">Billing currency.</param>
/// <param name="Rows">Charges.</param>
/// <param name="Billed">Sum of BilledCost.</param>
/// <param name="Effective">Sum of EffectiveCost.</param>
public sealed record CurrencyTotal(string Currency, long Rows, string Billed, string Effective);
