using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Outlay.Focus.Conformance;
using Outlay.Ingest;
using Outlay.Ingest.Ledger;
using Outlay.Lake;

namespace Outlay.Connections;

/// <summary>Checks the files of loads against the FOCUS rules, after they are published and without a say in it.</summary>
internal sealed partial class ConformanceCheck(
    IConformanceChecker checker,
    ConformanceLedger reports,
    ImportLedger runs,
    ILakeCatalog catalog,
    ILogger<ConformanceCheck> logger
)
{
    private readonly ConcurrentDictionary<string, bool> _cannot = new(StringComparer.Ordinal);

    /// <summary>Checks the files of a run that are in the lake.</summary>
    public async Task CheckAsync(ImportRun run, CancellationToken cancellationToken)
    {
        foreach (
            var file in run.Files.Where(f =>
                f.State is ImportState.Succeeded or ImportState.Partial or ImportState.Unchanged
            )
        )
        {
            // The rules are about FOCUS files; what a provider's own export becomes is held by the tests of its mapping.
            if (
                file.Sha256 is { } sha256
                && file.Format?.StartsWith("FOCUS ", StringComparison.Ordinal) == true
            )
            {
                await CheckAsync(file.Path, file.Bytes, sha256, cancellationToken);
            }
        }
    }

    /// <summary>Checks the files of published loads that no report is kept of, such as those the command line brought in.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        foreach (var load in catalog.Current().Loads)
        {
            var missing = load.Sources.Where(s => reports.Find(s.Sha256) is null).ToList();
            if (missing.Count > 0 && runs.Find(load.RunId) is { } run)
            {
                await CheckAsync(run, cancellationToken);
            }
        }
    }

    private async Task CheckAsync(
        string path,
        long bytes,
        string sha256,
        CancellationToken cancellationToken
    )
    {
        var file = new FileInfo(path);
        // A file that has changed since is not the one that was loaded.
        if (
            !file.Exists
            || file.Length != bytes
            || _cannot.ContainsKey(sha256)
            || reports.Find(sha256) is not null
        )
        {
            return;
        }

        var report = await checker.CheckAsync(path, cancellationToken);
        if (report.IsOk)
        {
            reports.Keep(sha256, report.Value);
        }
        else
        {
            _cannot[sha256] = true;
            Cannot(logger, path, report.Problem.ToString());
        }
    }

    [LoggerMessage(330, LogLevel.Warning, "{Path} is loaded but cannot be checked: {Text}")]
    private static partial void Cannot(ILogger logger, string path, string text);
}
