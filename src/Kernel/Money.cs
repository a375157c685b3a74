using System.Globalization;

namespace Outlay.Kernel;

/// <summary>An exact amount in one currency. Amounts of different currencies are never added.</summary>
/// <param name="Amount">In units of the currency, unrounded.</param>
/// <param name="Currency">The currency of the amount.</param>
public readonly record struct Money(decimal Amount, Currency Currency)
{
    /// <summary>Sum of two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator +(Money left, Money right) =>
        new(left.Amount + right.Amount, Same(left.Currency, right.Currency));

    /// <summary>Difference of two amounts of one currency.</summary>
    /// <exception cref="InvalidOperationException">The currencies differ.</exception>
    public static Money operator -(Money left, Money right) =>
        new(left.Amount - right.Amount, Same(left.Currency, right.Currency));

    /// <summary>The amount and its code, unrounded.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Amount} {Currency}");

    private static Currency Same(Currency left, Currency right) =>
        left == right
            ? left
            : throw new InvalidOperationException(
                $"{left} and {right} are different currencies and are never added."
            );
}
