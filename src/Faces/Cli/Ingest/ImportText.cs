using System.Globalization;
using Outlay.Cli.Console;
using Outlay.Ingest;

namespace Outlay.Cli.Ingest;

/// <summary>What an import did, file by file.</summary>
internal static class ImportText
{
    public static void Write(CommandContext context, ImportRun run)
    {
        var table = new TextTable(
            "File",
            "Format",
            "Periods",
            TextColumn.Number("Rows"),
            TextColumn.Number("Seconds"),
            "State"
        );
        foreach (var file in run.Files)
        {
            table.Add(
                file.Name,
                file.Format ?? "",
                Periods(file),
                TextNumber.Count(file.Rows),
                file.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture),
                file.State.ToString()
            );
        }

        table.Write(context.Output, context.Width);
        context.Output.WriteLine();
        foreach (var file in run.Files.Where(f => f.Cause is not null))
        {
            context.Error.WriteLine($"{file.Name}: {file.Cause}");
        }

        foreach (var file in run.Files.Where(f => f.QuarantinedRows > 0))
        {
            context.Output.WriteLine(
                $"{file.Name}: {TextNumber.Count(file.QuarantinedRows)} rows set aside."
            );
        }

        context.Output.WriteLine(Closing(run));
    }

    private static string Closing(ImportRun run)
    {
        var took = run.FinishedAt - run.StartedAt;
        var time = took is { } span
            ? string.Create(CultureInfo.InvariantCulture, $" in {span.TotalSeconds:0.0} s")
            : "";
        var rows = TextNumber.Count(run.Rows);
        return run.State switch
        {
            ImportState.Succeeded => $"{rows} rows, {run.LoadIds.Count} loads published{time}.",
            ImportState.Unchanged => "Nothing new: the same bytes are loaded already.",
            ImportState.Partial =>
                $"{run.LoadIds.Count} loads published{time}; the rest failed, and its last good load stands.",
            ImportState.Failed => $"Nothing was published. {run.Message}",
            ImportState.Interrupted => "Interrupted; run it again to go on with what is missing.",
            ImportState.Cancelled => "Cancelled; run it again to go on with what is missing.",
            ImportState.Queued or ImportState.Running => "Still running.",
            _ => throw new InvalidOperationException($"{run.State} has no closing."),
        };
    }

    private static string Periods(ImportFile file) =>
        file.Periods.Count switch
        {
            0 => "",
            1 => file.Periods[0].ToString(),
            _ => $"{file.Periods.Min()}..{file.Periods.Max()}",
        };
}
