using Microsoft.AspNetCore.Http;
using Outlay.Anomalies.Changes;
using Outlay.Query;
using Outlay.Spend.Export;
using Outlay.Web.Shell;

namespace Outlay.Web.Spend.Changes;

/// <summary>What changed as a file: a row for each SKU with the part of each cause, and a total for each currency.</summary>
internal static class ChangesCsv
{
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

    private static string[] Head(ChangeReport report) =>
        [
            .. report.Query.GroupBy.Select(Dimensions.Label),
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
            .Skus.Select(sku => Row(sku, change))
            .Append([
                "Total",
                .. Enumerable.Repeat<object?>(null, report.Query.GroupBy.Count + Named.Length - 2),
                change.Currency.Code,
                null,
                null,
                change.Whole.Before,
                change.Whole.After,
                change.Whole.Difference,
                .. Parts(change.Whole.Parts),
            ]);

    private static IReadOnlyList<object?> Row(ChangedSku sku, CurrencyChange change) =>
        [
            .. sku.Groups,
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
