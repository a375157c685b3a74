using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Spend.Export;

/// <summary>
/// Writes a table as CSV, page by page: the group's names, currency, cost, share, comparison and change, number of charges, the
/// buckets, and at the end a total for each currency. Amounts keep every digit; texts that would run as formulas are escaped.
/// </summary>
internal sealed class CostTableCsv : IAsyncDisposable
{
    private readonly CsvWriter _csv;
    private readonly SpendTable _kind;

    public CostTableCsv(Stream stream, SpendTable kind)
    {
        _kind = kind;
        _csv = new(
            new StreamWriter(stream, leaveOpen: true),
            new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }
        );
    }

    public async Task HeaderAsync(CostTable table)
    {
        foreach (var dimension in table.Query.GroupBy)
        {
            Text(Dimensions.Label(dimension));
        }

        if (_kind == SpendTable.Resources)
        {
            Text("Account");
            Text("Region");
        }

        Text("Currency");
        Text($"{table.Query.Metric} cost {table.Range}");
        Text("Share %");
        if (table.PriorRange is { } prior)
        {
            Text($"{table.Query.Metric} cost {prior}");
            Text("Change");
            Text("Change %");
        }

        Text("Charges");
        foreach (var bucket in table.Buckets)
        {
            Text(BucketName(bucket, table.Query.Grain));
        }

        await _csv.NextRecordAsync();
    }

    public async Task RowsAsync(
        CostTable table,
        IReadOnlyDictionary<string, ResourcePlace> places,
        CancellationToken cancellationToken
    )
    {
        foreach (var row in table.Rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Keys(row);
            if (_kind == SpendTable.Resources)
            {
                var place = row.Keys[1] is { } id ? places.GetValueOrDefault(id) : null;
                Text(string.Join(" | ", place?.Accounts ?? []));
                Text(string.Join(" | ", place?.Regions ?? []));
            }

            var total = table.Totals.FirstOrDefault(t => t.Currency == row.Currency)?.Cost ?? 0;
            Amounts(row.Currency, row.Cost, total, table.PriorRange is null ? null : row.Prior);
            Cells(row.Charges, row.Cells);
            await _csv.NextRecordAsync();
        }
    }

    public async Task TotalsAsync(CostTable table)
    {
        var width = table.Query.GroupBy.Count + (_kind == SpendTable.Resources ? 2 : 0);
        foreach (var total in table.Totals)
        {
            for (var i = 0; i < width; i++)
            {
                Text(i == 0 ? "Total" : "");
            }

            Amounts(
                total.Currency,
                total.Cost,
                total.Cost,
                table.PriorRange is null ? null : total.Prior
            );
            Cells(total.Charges, total.Cells);
            await _csv.NextRecordAsync();
        }
    }

    public async ValueTask DisposeAsync() => await _csv.DisposeAsync();

    private static string BucketName(TimeBucket bucket, TimeGrain grain)
    {
        var format = grain switch
        {
            TimeGrain.Hour => "yyyy-MM-dd'T'HH:mm'Z'",
            TimeGrain.Month => "yyyy-MM",
            TimeGrain.Year => "yyyy",
            _ => "yyyy-MM-dd",
        };
        var name = bucket.Start.ToString(format, CultureInfo.InvariantCulture);
        return bucket.Incomplete ? name + " (incomplete)" : name;
    }

    private void Keys(CostRow row)
    {
        for (var i = 0; i < row.Keys.Count; i++)
        {
            if (row.IsOther)
            {
                Text(
                    i > 0
                        ? ""
                        : string.Create(
                            CultureInfo.InvariantCulture,
                            $"Other ({row.OtherGroups} groups)"
                        )
                );
            }
            else
            {
                Text(row.Keys[i] ?? "");
            }
        }
    }

    private void Amounts(Currency currency, decimal cost, decimal total, decimal? prior)
    {
        Text(currency.Code);
        Number(cost);
        Number(total == 0 ? null : Math.Round(cost / total * 100, 6));
        if (prior is { } before)
        {
            Number(before);
            Number(cost - before);
            Number(before == 0 ? null : Math.Round((cost - before) / Math.Abs(before) * 100, 6));
        }
    }

    private void Cells(long charges, IReadOnlyList<decimal> cells)
    {
        Number(charges);
        foreach (var cell in cells)
        {
            Number(cell);
        }
    }

    private void Text(string text) => _csv.WriteField(FormulaGuard.Text(text));

    private void Number(decimal? number) =>
        _csv.WriteField(
            number?.ToString("0.##################", CultureInfo.InvariantCulture) ?? ""
        );
}
