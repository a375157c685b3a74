namespace Outlay.Anomalies.Changes;

/// <summary>What kind of charge a row holds, as far as its change is told apart.</summary>
public enum ChargeKind
{
    /// <summary>Use of a service.</summary>
    Usage,

    /// <summary>Fees of commitments and their unused part.</summary>
    Commitment,

    /// <summary>Credits and refunds.</summary>
    Credit,

    /// <summary>Taxes.</summary>
    Tax,

    /// <summary>One-time purchases and adjustments.</summary>
    OneOff,
}

/// <summary>What a row cost in one period, in one currency.</summary>
/// <param name="Quantity">Quantity used, in the row's unit; absent where none is billed.</param>
/// <param name="ListCost">Cost at public prices.</param>
/// <param name="ContractedCost">Cost at negotiated prices, before commitments.</param>
/// <param name="EffectiveCost">Cost with commitments spread over what they cover.</param>
public readonly record struct PeriodAmounts(
    decimal? Quantity,
    decimal ListCost,
    decimal ContractedCost,
    decimal EffectiveCost
)
{
    /// <summary>Nothing was charged.</summary>
    public static PeriodAmounts None => default;

    internal bool IsNone =>
        Quantity is null or 0 && ListCost == 0 && ContractedCost == 0 && EffectiveCost == 0;
}

/// <summary>One SKU with the attributes by which it is told apart, in two periods.</summary>
/// <param name="Sku">Key of the SKU price.</param>
/// <param name="Attributes">What else tells the row apart: account, region, team.</param>
/// <param name="Group">The SKUs among which a shift is mix; usually the service.</param>
/// <param name="Unit">Unit of the quantity; only rows of one unit are mixed.</param>
/// <param name="Kind">Kind of charge.</param>
/// <param name="Before">The earlier period.</param>
/// <param name="After">The later period.</param>
public sealed record ChangeRow(
    string Sku,
    IReadOnlyList<string> Attributes,
    string Group,
    string Unit,
    ChargeKind Kind,
    PeriodAmounts Before,
    PeriodAmounts After
)
{
    /// <summary>The change that is explained.</summary>
    public decimal Difference => After.EffectiveCost - Before.EffectiveCost;
}
