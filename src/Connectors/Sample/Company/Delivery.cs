using Outlay.Focus;

namespace Outlay.Connectors.Sample.Company;

/// <summary>One billing account and how its provider delivers it: a folder with one file a month.</summary>
internal sealed record Delivery(
    string Key,
    string Cloud,
    FocusVersion Version,
    bool Compressed,
    string Provider,
    string Publisher,
    string Issuer,
    string BillingAccountId,
    string BillingAccountName,
    string BillingAccountType,
    string SubAccountType,
    string Currency,
    decimal PriceFactor,
    int HoursBehind,
    decimal TaxRate,
    string ExtraColumn
);
