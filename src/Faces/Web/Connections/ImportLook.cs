using Outlay.Ingest;
using Outlay.Web.Components;
using Outlay.Web.Formatting;

namespace Outlay.Web.Connections;

/// <summary>Words and colours of runs and files.</summary>
public static class ImportLook
{
    /// <summary>A state as people call it, and its colour.</summary>
    public static (string Word, Tone Tone) Of(ImportState state) =>
        state switch
        {
            ImportState.Queued => ("Waiting", Tone.Plain),
            ImportState.Running => ("Running", Tone.Info),
            ImportState.Succeeded => ("Done", Tone.Good),
            ImportState.Unchanged => ("Unchanged", Tone.Plain),
            ImportState.Partial => ("Partly done", Tone.Warn),
            ImportState.Failed => ("Failed", Tone.Bad),
            ImportState.Interrupted => ("Interrupted", Tone.Warn),
            ImportState.Cancelled => ("Stopped", Tone.Plain),
            _ => (state.ToString(), Tone.Plain),
        };

    /// <summary>What a run brings in: its connection or its files.</summary>
    public static string Name(ImportRun run)
    {
        if (run.Request is { Sync: not null, Connection: { } connection })
        {
            return run.Request.Periods is [var period, ..]
                ? $"{connection}, {Dates.Month(period)}"
                : connection;
        }

        var names = run.Files.Count > 0 ? run.Files.Select(f => f.Name) : run.Request.Paths;
        var all = names.ToList();
        return all.Count switch
        {
            0 => $"Import {run.Id}",
            1 => System.IO.Path.GetFileName(all[0].TrimEnd('/', '\\')),
            _ =>
                $"{System.IO.Path.GetFileName(all[0].TrimEnd('/', '\\'))} and {Counts.Of(all.Count - 1, "more file", "more files")}",
        };
    }

    /// <summary>Whether a person can set it going again.</summary>
    public static bool CanRetry(ImportRun run) =>
        run.Request.Sync is null
        && run.State
            is ImportState.Failed
                or ImportState.Partial
                or ImportState.Interrupted
                or ImportState.Cancelled;

    /// <summary>Time the run has taken.</summary>
    public static TimeSpan Elapsed(ImportRun run, DateTimeOffset now) =>
        run.StartedAt is { } start ? (run.FinishedAt ?? now) - start : TimeSpan.Zero;

    /// <summary>The first cause among its files, or its message.</summary>
    public static string? Cause(ImportRun run) =>
        run.Files.FirstOrDefault(f => f.Cause is not null)?.Cause ?? run.Message;
}
