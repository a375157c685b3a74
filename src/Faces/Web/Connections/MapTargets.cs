namespace Outlay.Web.Connections;

/// <summary>The FOCUS columns that a map offers, in the order a person thinks of them.</summary>
/// <param name="Column">FOCUS column.</param>
/// <param name="Help">What it is, in a few words.</param>
/// <param name="MayBeFixed">Whether one value may stand for all rows.</param>
public sealed record MapTarget(string Column, string Help, bool MayBeFixed = false)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<MapTarget> All { get; } =
    [
        new("BilledCost", "what is billed; needed"),
        new("ChargePeriodStart", "the day, or use BillingPeriodStart"),
        new("BillingPeriodStart", "the month of the bill"),
        new("BillingCurrency", "needed, as a column or one value", true),
        new("HostProviderName", "the provider; else the name above", true),
        new("ServiceName", "the service or product", true),
        new("ServiceCategory", "a FOCUS category, such as Compute", true),
        new("SubAccountId", "account, project or subscription", true),
        new("SubAccountName", "its name", true),
        new("BillingAccountId", "who is billed", true),
        new("ChargeCategory", "Usage, Purchase, Tax, Credit, Adjustment", true),
        new("ChargeDescription", "the line's text"),
        new("ResourceId", "what was used"),
        new("ResourceName", "its name"),
        new("RegionId", "where", true),
        new("SkuId", "article number"),
        new("ConsumedQuantity", "how much was used"),
        new("ConsumedUnit", "in which unit", true),
        new("EffectiveCost", "after amortisation; else BilledCost"),
        new("ListCost", "before discounts; else EffectiveCost"),
        new("ChargePeriodEnd", "exclusive; else a day, or a month, later"),
        new("InvoiceId", "number of the invoice", true),
    ];
}
