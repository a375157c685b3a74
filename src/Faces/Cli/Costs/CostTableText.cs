using System.Globalization;
using Outlay.Cli.Console;
using Outlay.Query;

namespace Outlay.Cli.Costs;

/// <summary>Prints a cost table: groups as rows, totals at the foot, and what the numbers leave out below.</summary>
internal static class CostTableText
{
    public static void Write(CommandContext context, CostTable table, bool showBuckets)
    {
        context.Output.WriteLine(Title(table));
        context.Output.WriteLine();
        if (table.Totals.Count == 0)
        {
            context.Output.WriteLine("No charges in this range and filter.");
        }
        else if (showBuckets && table.Buckets.Count > 0)
        {
            Buckets(table).Write(context.Output, context.Width);
        }
        else
        {
            Groups(table).Write(context.Output, context.Width);
        }

        WriteNotes(context.Output, table);
    }

    private static string Title(CostTable table)
    {
        var metric = CostWords.Metrics.Of(table.Query.Metric);
        var name = char.ToUpperInvariant(metric[0]) + metric[1..];
        return table.PriorRange is { } prior
            ? $"{name} cost, {table.Range}, compared with {prior}"
            : $"{name} cost, {table.Range}";
    }

    private static TextTable Groups(CostTable table)
    {
        var keys = table.Query.GroupBy;
        List<TextColumn> columns =
        [
            .. keys.Select(k => new TextColumn(Dimensions.Label(k))),
            .. keys.Count == 0 ? [new TextColumn("")] : Array.Empty<TextColumn>(),
            "Currency",
            TextColumn.Number("Cost"),
        ];
        if (table.PriorRange is not null)
        {
            columns.AddRange([
                TextColumn.Number("Before"),
                TextColumn.Number("Change"),
                TextColumn.Number("%"),
            ]);
        }

        columns.Add(TextColumn.Number("Charges"));
        var text = new TextTable(columns);
        foreach (var row in keys.Count == 0 ? [] : table.Rows)
        {
            text.Add([
                .. Names(row, keys.Count),
                row.Currency.Code,
                .. Amounts(row.Cost, row.Prior, row.ChangeRatio),
                TextNumber.Count(row.Charges),
            ]);
        }

        foreach (var total in table.Totals)
        {
            var ratio = CostTableDocument.Ratio(total.Cost, total.Prior);
            text.AddTotal([
                "Total",
                .. Enumerable.Repeat("", Math.Max(0, keys.Count - 1)),
                total.Currency.Code,
                .. Amounts(total.Cost, total.Prior, ratio),
                TextNumber.Count(total.Charges),
            ]);
        }

        return text;
    }

    /// <summary>Time goes down the page, groups across; many groups go down with time instead.</summary>
    private static TextTable Buckets(CostTable table)
    {
        var isLong = table.Rows.Count > MostColumns || table.Query.GroupBy.Count == 0;
        return isLong ? LongBuckets(table) : WideBuckets(table);
    }

    private const int MostColumns = 8;

    private static TextTable WideBuckets(CostTable table)
    {
        var isMixed = table.Totals.Count > 1;
        var text = new TextTable([
            "From",
            .. table.Rows.Select(r =>
                TextColumn.Number(Name(r) + (isMixed ? $" {r.Currency}" : ""))
            ),
            .. table.Totals.Select(t => TextColumn.Number($"Total {t.Currency}")),
        ]);
        for (var i = 0; i < table.Buckets.Count; i++)
        {
            text.Add([
                Start(table, i),
                .. table.Rows.Select(r => TextNumber.Money(r.Cells[i])),
                .. table.Totals.Select(t => TextNumber.Money(t.Cells[i])),
            ]);
        }

        text.AddTotal([
            "Total",
            .. table.Rows.Select(r => TextNumber.Money(r.Cost)),
            .. table.Totals.Select(t => TextNumber.Money(t.Cost)),
        ]);
        return text;
    }

    private static TextTable LongBuckets(CostTable table)
    {
        var keys = table.Query.GroupBy;
        var text = new TextTable([
            "From",
            .. keys.Select(k => new TextColumn(Dimensions.Label(k))),
            "Currency",
            TextColumn.Number("Cost"),
        ]);
        for (var i = 0; i < table.Buckets.Count; i++)
        {
            foreach (var row in keys.Count == 0 ? [] : table.Rows.Where(r => r.Cells[i] != 0))
            {
                text.Add([
                    Start(table, i),
                    .. Names(row, keys.Count),
                    row.Currency.Code,
                    TextNumber.Money(row.Cells[i]),
                ]);
            }

            foreach (var total in keys.Count == 0 ? table.Totals : [])
            {
                text.Add([Start(table, i), total.Currency.Code, TextNumber.Money(total.Cells[i])]);
            }
        }

        foreach (var total in table.Totals)
        {
            text.AddTotal([
                "Total",
                .. Enumerable.Repeat("", keys.Count),
                total.Currency.Code,
                TextNumber.Money(total.Cost),
            ]);
        }

        return text;
    }

    private static string Start(CostTable table, int bucket)
    {
        var format = table.Query.Grain == TimeGrain.Hour ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd";
        var start = table.Buckets[bucket].Start.ToString(format, CultureInfo.InvariantCulture);
        return table.Buckets[bucket].Incomplete ? start + " *" : start;
    }

    private static IEnumerable<string> Names(CostRow row, int keys) =>
        row.IsOther
            ? [Name(row), .. Enumerable.Repeat("", keys - 1)]
            : row.Keys.Select(k => k ?? "(none)");

    private static string Name(CostRow row) =>
        row.IsOther
            ? string.Create(CultureInfo.InvariantCulture, $"Other ({row.OtherGroups} groups)")
            : string.Join(" / ", row.Keys.Select(k => k ?? "(none)"));

    private static IEnumerable<string> Amounts(decimal cost, decimal? prior, decimal? ratio) =>
        prior is { } before
            ?
            [
                TextNumber.Money(cost),
                TextNumber.Money(before),
                TextNumber.Money(cost - before),
                TextNumber.Percent(ratio),
            ]
            : [TextNumber.Money(cost)];

    private static void WriteNotes(TextWriter output, CostTable table)
    {
        var shown = table.Rows.Count(r => !r.IsOther);
        if (table.Query.Top is null && table.Query.GroupBy.Count > 0 && table.GroupCount > shown)
        {
            output.WriteLine(
                $"{shown} of {TextNumber.Count(table.GroupCount)} groups; --page {table.Query.Page + 1} shows more."
            );
        }

        foreach (var other in table.OtherCurrencies)
        {
            output.WriteLine($"Not included: {TextNumber.Money(other.Cost)} {other.Currency}.");
        }

        if (table.Buckets.FirstOrDefault(b => b.Incomplete) is { } open)
        {
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"* Deliveries from {open.Start:yyyy-MM-dd} on are still to come."
                )
            );
        }
    }
}
