using System.Globalization;
using System.Text.Json;
using CsvHelper;
using Outlay.Kernel;

namespace Outlay.Connectors.Aws.CostExplorer;

/// <summary>
/// Writes answers of Cost Explorer as a FOCUS file: BilledCost is the unblended, EffectiveCost the amortised cost of a day, service and
/// account. Credits and refunds are within the costs of their service, as Cost Explorer has them.
/// </summary>
internal sealed class CostExplorerRows(TextWriter target, BillingPeriod month, string payer)
    : IAsyncDisposable
{
    private const string TaxService = "Tax";

    private static readonly string[] Headers =
    [
        "BilledCost",
        "EffectiveCost",
        "ListCost",
        "ContractedCost",
        "BillingCurrency",
        "BillingAccountId",
        "SubAccountId",
        "SubAccountName",
        "BillingPeriodStart",
        "BillingPeriodEnd",
        "ChargePeriodStart",
        "ChargePeriodEnd",
        "ChargeCategory",
        "ChargeFrequency",
        "ChargeDescription",
        "ServiceName",
        "ServiceCategory",
        "ProviderName",
        "PublisherName",
        "InvoiceIssuerName",
    ];

    private readonly CsvWriter _csv = new(target, CultureInfo.InvariantCulture, leaveOpen: true);

    /// <summary>Writes the header.</summary>
    public async Task BeginAsync()
    {
        await WriteAsync(Headers);
        await _csv.FlushAsync();
    }

    /// <summary>Writes the days of an answer.</summary>
    public async Task WriteAsync(JsonElement answer)
    {
        var names = Names(answer);
        foreach (var result in answer.GetProperty("ResultsByTime").EnumerateArray())
        {
            var span = result.GetProperty("TimePeriod");
            foreach (var group in result.GetProperty("Groups").EnumerateArray())
            {
                await WriteAsync(Row(span, group, names));
            }
        }

        await _csv.FlushAsync();
    }

    public ValueTask DisposeAsync() => _csv.DisposeAsync();

    private string[] Row(JsonElement span, JsonElement group, Dictionary<string, string> names)
    {
        var keys = group.GetProperty("Keys");
        var (account, service) = (keys[0].GetString() ?? "", keys[1].GetString() ?? "");
        var metrics = group.GetProperty("Metrics");
        var billed = metrics.GetProperty("UnblendedCost");
        var effective = Amount(metrics.GetProperty("AmortizedCost"));
        return
        [
            Amount(billed),
            effective,
            effective,
            effective,
            billed.GetProperty("Unit").GetString() ?? "",
            payer,
            account,
            names.GetValueOrDefault(account, ""),
            Instant(month.Start),
            Instant(month.End),
            Instant(span.GetProperty("Start").GetString()),
            Instant(span.GetProperty("End").GetString()),
            service == TaxService ? "Tax" : "Usage",
            "Usage-Based",
            $"{service} as Cost Explorer sums it",
            service,
            "Other",
            "AWS",
            "AWS",
            "AWS",
        ];
    }

    private async Task WriteAsync(IEnumerable<string> fields)
    {
        foreach (var field in fields)
        {
            _csv.WriteField(field);
        }

        await _csv.NextRecordAsync();
    }

    private static Dictionary<string, string> Names(JsonElement answer)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        if (answer.TryGetProperty("DimensionValueAttributes", out var values))
        {
            foreach (var value in values.EnumerateArray())
            {
                if (
                    value.TryGetProperty("Attributes", out var attributes)
                    && attributes.TryGetProperty("description", out var name)
                )
                {
                    names[value.GetProperty("Value").GetString() ?? ""] = name.GetString() ?? "";
                }
            }
        }

        return names;
    }

    private static string Amount(JsonElement metric) =>
        metric.GetProperty("Amount").GetString() ?? "0";

    private static string Instant(DateOnly day) =>
        Instant(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    private static string Instant(string? day) => $"{day}T00:00:00Z";
}
