using Outlay.Ingest.Formats;

namespace Outlay.Ingest.Runs;

/// <summary>What the ledger shows of a file.</summary>
internal static class FileState
{
    public static ImportFile Waiting(IncomingFile file) =>
        new()
        {
            Path = file.Found.Path,
            Name = file.Name,
            Bytes = file.Found.Bytes,
            State = ImportState.Queued,
        };

    public static ImportFile Now(IncomingFile file, ImportFile shown, ImportState state) =>
        shown with
        {
            State = state,
            Sha256 = file.Sha256.Length > 0 ? file.Sha256 : null,
            Format = file.Source?.Normalisation.Format,
            Periods = file.Totals?.Periods ?? [],
            Rows = file.Problem is null ? file.Totals?.Rows ?? 0 : 0,
            QuarantinedRows = file.Source?.SkipBadRows == true ? file.BadRows?.Count ?? 0 : 0,
            Elapsed = file.Elapsed,
            Cause = file.Problem?.ToString(),
            IsUnknown = file.Problem?.Field == ExportFormats.UnknownField,
        };
}
