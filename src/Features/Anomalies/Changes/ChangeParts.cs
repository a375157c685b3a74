namespace Outlay.Anomalies.Changes;

/// <summary>
/// A change of effective cost in parts that add up to it exactly. With quantity q, contracted cost C = q p and effective cost E, and 0 and 1 for the
/// earlier and the later period, a row of usage in both periods has
/// usage + mix = (q1 - q0) p0, price = (p1 - p0) q1 and commitment effect = (C0 - E0) - (C1 - E1), whose sum is E1 - E0. The interaction of price and
/// quantity belongs to price: a changed price is felt on what is used now.
/// </summary>
public readonly record struct ChangeParts
{
    /// <summary>Rows that only the later period has.</summary>
    public decimal New { get; init; }

    /// <summary>Rows that only the earlier period has; not positive unless they were credits.</summary>
    public decimal Gone { get; init; }

    /// <summary>Changed public price: (l1 - l0) q1 at the discount of the earlier period, l being list cost per quantity.</summary>
    public decimal ListPrice { get; init; }

    /// <summary>Changed negotiated discount: what of the price effect the public price does not tell.</summary>
    public decimal NegotiatedDiscount { get; init; }

    /// <summary>
    /// Changed quantity, without its shift between SKUs; also the whole change of contracted cost of rows without a quantity.
    /// </summary>
    public decimal Usage { get; init; }

    /// <summary>
    /// Shift between SKUs of one group and unit at a different unit price: (q1 - q0 Q1/Q0) (p0 - P0), with Q the quantity of the group and P0 its
    /// average price in the earlier period. This is the mix term of the usual price-volume-mix split; it is zero when all SKUs grow alike, when all
    /// cost alike, and for a group of one.
    /// </summary>
    public decimal Mix { get; init; }

    /// <summary>Changed saving from commitments, and changed fees of commitments; negative when commitments save more.</summary>
    public decimal CommitmentEffect { get; init; }

    /// <summary>Changed credits and refunds.</summary>
    public decimal Credits { get; init; }

    /// <summary>Changed taxes.</summary>
    public decimal Tax { get; init; }

    /// <summary>Changed one-time charges.</summary>
    public decimal OneOff { get; init; }

    /// <summary>Changed price per quantity at negotiated prices.</summary>
    public decimal Price => ListPrice + NegotiatedDiscount;

    /// <summary>The change of effective cost.</summary>
    public decimal Total =>
        New + Gone + Price + Usage + Mix + CommitmentEffect + Credits + Tax + OneOff;

    /// <summary>Part by part.</summary>
    /// <param name="left">One change.</param>
    /// <param name="right">Another.</param>
    public static ChangeParts operator +(ChangeParts left, ChangeParts right) =>
        new()
        {
            New = left.New + right.New,
            Gone = left.Gone + right.Gone,
            ListPrice = left.ListPrice + right.ListPrice,
            NegotiatedDiscount = left.NegotiatedDiscount + right.NegotiatedDiscount,
            Usage = left.Usage + right.Usage,
            Mix = left.Mix + right.Mix,
            CommitmentEffect = left.CommitmentEffect + right.CommitmentEffect,
            Credits = left.Credits + right.Credits,
            Tax = left.Tax + right.Tax,
            OneOff = left.OneOff + right.OneOff,
        };

    /// <summary>Part by part.</summary>
    /// <param name="left">One change.</param>
    /// <param name="right">Another.</param>
    public static ChangeParts Add(ChangeParts left, ChangeParts right) => left + right;
}
