using System.Globalization;
using System.Text;
using Outlay.Query;

namespace Outlay.Mcp;

/// <summary>A cost table in a few lines of text, for models that read text only.</summary>
internal static class CostSummary
{
    private const int MostRows = 20;

    public static string Of(CostTable table)
    {
        var text = new StringBuilder();
        var metric = CostWords.Metrics.Of(table.Query.Metric);
        Line(text, $"{metric} cost, {table.Range}");
        if (table.PriorRange is { } prior)
        {
            Line(text, $"compared with {prior}");
        }

        foreach (var total in table.Totals)
        {
            Line(text, $"Total {Amount(total.Cost, total.Prior)} {total.Currency}");
        }

        foreach (var row in table.Rows.Take(MostRows))
        {
            Line(text, $"{Name(row)}: {Amount(row.Cost, row.Prior)} {row.Currency}");
        }

        if (table.GroupCount > table.Rows.Count(r => !r.IsOther))
        {
            Line(text, $"{table.GroupCount} groups in all");
        }

        foreach (var other in table.OtherCurrencies)
        {
            Line(text, $"Not included: {other.Cost:N2} {other.Currency}");
        }

        if (table.Buckets.FirstOrDefault(b => b.Incomplete) is { } open)
        {
            Line(text, $"Deliveries from {open.Start:yyyy-MM-dd} on are still to come.");
        }

        return text.ToString();
    }

    private static string Amount(decimal cost, decimal? prior) =>
        prior is { } before
            ? string.Create(CultureInfo.InvariantCulture, $"{cost:N2} (before: {before:N2})")
            : cost.ToString("N2", CultureInfo.InvariantCulture);

    private static string Name(CostRow row) =>
        row.IsOther
            ? $"Other ({row.OtherGroups} groups)"
            : string.Join(" / ", row.Keys.Select(k => k ?? "(none)"));

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
