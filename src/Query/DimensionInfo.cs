namespace Outlay.Query;

/// <summary>Where a picker lists a dimension.</summary>
public enum DimensionGroup
{
    /// <summary>Who sells and who hosts.</summary>
    Provider,

    /// <summary>Billing accounts, accounts and invoices.</summary>
    Account,

    /// <summary>Services and what is metered.</summary>
    Service,

    /// <summary>Single resources.</summary>
    Resource,

    /// <summary>Kinds of charges.</summary>
    Charge,

    /// <summary>Commitment discounts and capacity reservations.</summary>
    Commitment,

    /// <summary>Places.</summary>
    Geography,

    /// <summary>Tag keys.</summary>
    Tags,

    /// <summary>Columns beyond FOCUS.</summary>
    Extra,
}

/// <summary>A dimension as people see it.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Label">Its name on pages.</param>
/// <param name="Group">Where a picker lists it.</param>
/// <param name="IsCommon">Whether it belongs to the short list that most people need.</param>
public sealed record DimensionInfo(
    Dimension Dimension,
    string Label,
    DimensionGroup Group,
    bool IsCommon = false
);
