using Outlay.Ingest;

namespace Outlay.Cli.Ingest;

/// <summary>An import as JSON.</summary>
internal sealed record ImportDocument(
    long Run,
    ImportState State,
    string? Message,
    long Rows,
    IReadOnlyList<long> Loads,
    IReadOnlyList<ImportFileDocument> Files
)
{
    public static ImportDocument Of(ImportRun run) =>
        new(
            run.Id,
            run.State,
            run.Message,
            run.Rows,
            run.LoadIds,
            [.. run.Files.Select(ImportFileDocument.Of)]
        );
}

/// <summary>A file of an import as JSON.</summary>
internal sealed record ImportFileDocument(
    string Name,
    string Path,
    long Bytes,
    ImportState State,
    string? Format,
    IReadOnlyList<string> Periods,
    long Rows,
    long QuarantinedRows,
    double Seconds,
    string? Cause
)
{
    public static ImportFileDocument Of(ImportFile file) =>
        new(
            file.Name,
            file.Path,
            file.Bytes,
            file.State,
            file.Format,
            [.. file.Periods.Select(p => p.ToString())],
            file.Rows,
            file.QuarantinedRows,
            file.Elapsed.TotalSeconds,
            file.Cause
        );
}
