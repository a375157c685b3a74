using Outlay.Kernel;

namespace Outlay.Spend.Rates;

/// <summary>A month-average rate as it is kept.</summary>
/// <param name="Month">The month.</param>
/// <param name="Base">The currency of which one unit is bought.</param>
/// <param name="Quote">The currency that it is paid in.</param>
/// <param name="Rate">Units of <paramref name="Quote"/> for one of <paramref name="Base"/>.</param>
public sealed record ExchangeRate(BillingPeriod Month, Currency Base, Currency Quote, decimal Rate);
