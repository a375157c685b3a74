using Outlay.Kernel;

namespace Outlay.Query;

/// <summary>Month-average exchange rates, as a person gave them.</summary>
public interface IExchangeRates
{
    /// <summary>Grows with every change, so that no answer outlives the rates it was made with.</summary>
    long Revision { get; }

    /// <summary>The rates to a currency, one for each currency and month that can be converted.</summary>
    IReadOnlyList<MonthRate> To(Currency currency);
}

/// <summary>An average rate of a month.</summary>
/// <param name="From">Currency that is converted.</param>
/// <param name="Month">Billing period that it is of.</param>
/// <param name="Rate">Units of the target currency for one unit of <paramref name="From"/>, above 0, at most 12 fraction digits.</param>
public sealed record MonthRate(Currency From, BillingPeriod Month, decimal Rate);

/// <summary>No rates: nothing is converted.</summary>
public sealed class NoExchangeRates : IExchangeRates
{
    /// <inheritdoc/>
    public long Revision => 0;

    /// <inheritdoc/>
    public IReadOnlyList<MonthRate> To(Currency currency) => [];
}
