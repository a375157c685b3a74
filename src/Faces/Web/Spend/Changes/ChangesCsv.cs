using Microsoft.AspNetCore.Http;
using Outlay.Anomalies.Changes;
using Outlay.Query;
using Outlay.Spend.Export;
using Outlay.Web.Shell;

namespace Outlay.Web.Spend.Changes;

/// <summary>What changed as a file: a row for each SKU with the part of each cause, and a total for each currency.</summary>
internal static class ChangesCsv
{
    private static readonly HashSet<Dimension> Own =
    [
        new("ServiceName"),
        new("SkuId"),
        new("SkuMeter"),
        new("SubAccountId"),
        new("RegionId"),
        new("PricingUnit"),
    ];

    private static readonly string[] Named =
    [
        "Service",
        "SKU",
        "Meter",
        "Account ID",
        "Region ID",
        "Pricing unit",
        "Kind",
        "Currency",
    ];

    public static async Task WriteAsync(
        HttpContext http,
        PageContext context,
        ChangeQueries queries
    )
    {
        var (view, wrong, _) = SpendViewReader.Read(context);
        if ((wrong ?? context.Problem) is { } invalid)
        {
            await SpendDownloads.RefuseAsync(http, invalid);
            return;
        }

        var answer = await queries.ReadAsync(ChangesLook.Compared(view).Query, http.RequestAborted);
        if (!answer.IsOk)
        {
            await SpendDownloads.RefuseAsync(http, answer.Problem);
            return;
        }

        var report = answer.Value;
        await CsvTable.WriteAsync(
            SpendDownloads.Open(
                http,
                SpendDownloads.FileName("what-changed", report.Range, "csv"),
                "text/csv; charset=utf-8"
            ),
            Head(report),
            report.Currencies.SelectMany(c => Rows(report, c)),
            http.RequestAborted
        );
    }

    // What the split adds to the columns that are there anyhow.
    private static IEnumerable<Dimension> Split(ChangeReport report) =>
        report.Query.GroupBy.Where(d => !Own.Contains(d));

    private static string[] Head(ChangeReport report) =>
        [
            .. Split(report).Select(Dimensions.Label),
            .. Named,
            $"Quantity {report.PriorRange}",
            $"Quantity {report.Range}",
            $"{report.Query.Metric} cost {report.PriorRange}",
            $"{report.Query.Metric} cost {report.Range}",
            "Change",
            .. ChangeCause.All.Select(c => c.Name),
        ];

    private static IEnumerable<IReadOnlyList<object?>> Rows(
        ChangeReport report,
        CurrencyChange change
    ) =>
        change
            .Skus.Select(sku => Row(sku, report, change))
            .Append([
                "Total",
                .. Enumerable.Repeat<object?>(null, Split(report).Count() + Named.Length - 2),
                change.Currency.Code,
                null,
                null,
                change.Whole.Before,
                change.Whole.After,
                change.Whole.Difference,
                .. Parts(change.Whole.Parts),
            ]);

    private static IReadOnlyList<object?> Row(
        ChangedSku sku,
        ChangeReport report,
        CurrencyChange change
    ) =>
        [
            .. report
                .Query.GroupBy.Zip(sku.Groups)
                .Where(g => !Own.Contains(g.First))
                .Select(g => g.Second),
            sku.Service,
            sku.Charges is null ? "Smallest SKUs, summed" : sku.Sku,
            sku.Meter,
            sku.Account,
            sku.Region,
            sku.Unit,
            ChangedSkuDocument.Word(sku.Kind),
            change.Currency.Code,
            sku.Before.Quantity,
            sku.After.Quantity,
            sku.Before.EffectiveCost,
            sku.After.EffectiveCost,
            sku.Difference,
            .. Parts(sku.Parts),
        ];

    private static IEnumerable<object?> Parts(ChangeParts parts) =>
        ChangeCause.All.Select(c => (object?)c.Of(parts));
}
