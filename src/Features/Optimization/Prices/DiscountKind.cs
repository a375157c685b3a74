namespace Outlay.Optimization.Prices;

/// <summary>What a discount is given for.</summary>
internal enum DiscountKind
{
    /// <summary>A plan of money an hour for all computing.</summary>
    Compute,

    /// <summary>A plan bound to a family of machines in a region.</summary>
    Family,

    /// <summary>A number of machines or databases of a family in a region.</summary>
    Reserved,
}
