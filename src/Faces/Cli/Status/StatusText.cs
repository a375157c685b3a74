using System.Globalization;
using Outlay.Cli.Console;

namespace Outlay.Cli.Status;

/// <summary>Prints what the data folder holds.</summary>
internal static class StatusText
{
    public static void Write(CommandContext context, StatusDocument status)
    {
        var output = context.Output;
        output.WriteLine($"Data folder  {status.DataFolder} ({TextNumber.Bytes(status.Bytes)})");
        if (status.Loads.Count == 0)
        {
            output.WriteLine("Lake         empty; outlay ingest PATH brings files in");
        }
        else
        {
            output.WriteLine(
                $"Lake         {TextNumber.Count(status.Charges)} charges in {status.Loads.Count} loads, {Day(status.FirstDay)} to {Day(status.LastDay)}"
            );
            output.WriteLine($"Currencies   {string.Join(", ", status.Currencies)}");
            output.WriteLine(
                $"Published    {Instant(status.LastPublished)}; deliveries from {Day(status.IncompleteFrom)} on are still to come"
            );
            output.WriteLine();
            Connections(status).Write(output, context.Width);
        }

        if (status.LastRuns.Count > 0)
        {
            output.WriteLine();
            Runs(status).Write(output, context.Width);
        }
    }

    private static TextTable Connections(StatusDocument status)
    {
        var table = new TextTable(
            "Connection",
            "Periods",
            TextColumn.Number("Loads"),
            TextColumn.Number("Charges"),
            "Currency",
            TextColumn.Number("Billed"),
            TextColumn.Number("Effective"),
            "Last usage",
            "Totals"
        );
        foreach (var connection in status.Loads.GroupBy(l => l.Connection, StringComparer.Ordinal))
        {
            foreach (
                var currency in connection
                    .SelectMany(load => load.Totals.Select(total => (load, total)))
                    .GroupBy(t => t.total.Currency, StringComparer.Ordinal)
            )
            {
                var agrees = currency.All(t => t.total.Agrees);
                table.Add(
                    connection.Key,
                    $"{currency.Min(t => t.load.Period)}..{currency.Max(t => t.load.Period)}",
                    TextNumber.Count(currency.Count()),
                    TextNumber.Count(connection.Sum(l => l.Charges)),
                    currency.Key,
                    TextNumber.Money(currency.Sum(t => t.total.Billed)),
                    TextNumber.Money(currency.Sum(t => t.total.Effective)),
                    Day(connection.Max(l => l.LastUsageDay)),
                    agrees ? "as the source" : "differ from the source"
                );
            }
        }

        return table;
    }

    private static TextTable Runs(StatusDocument status)
    {
        var table = new TextTable("Import", "Asked for", "State", TextColumn.Number("Rows"), "");
        foreach (var run in status.LastRuns)
        {
            table.Add(
                run.Id.ToString(CultureInfo.InvariantCulture),
                Instant(run.CreatedAt),
                run.State.ToString(),
                TextNumber.Count(run.Rows),
                run.Message ?? ""
            );
        }

        return table;
    }

    private static string Day(DateOnly? day) =>
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "none";

    private static string Instant(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)
        ?? "never";
}
