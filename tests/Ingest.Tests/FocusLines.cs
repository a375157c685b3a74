using System.Globalization;

namespace Outlay.Ingest.Tests;

/// <summary>Makes small FOCUS 1.0 files, a charge a line.</summary>
internal static class FocusLines
{
    public const string Header =
        "BilledCost,EffectiveCost,ListCost,ContractedCost,BillingCurrency,BillingAccountId,BillingPeriodStart,BillingPeriodEnd,"
        + "ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ChargeClass,ServiceName,ProviderName,PublisherName,InvoiceIssuerName,SubAccountId,Tags";

    public static string File(params string[] lines) =>
        string.Join('\n', lines.Prepend(Header)) + "\n";

    public static string Line(
        string billed,
        string month = "2026-10",
        string account = "0001",
        string service = "Compute",
        string currency = "USD",
        string tags = ""
    )
    {
        var start = DateOnly.ParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{billed},{billed},{billed},{billed},{currency},{account},{Instant(start)},{Instant(start.AddMonths(1))},{Instant(start.AddDays(2))},{Instant(start.AddDays(3))},Usage,,{service},AWS,AWS,AWS,0042,{tags}"
        );
    }

    private static string Instant(DateOnly day) =>
        day.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture);
}
