using System.Globalization;
using Outlay.Connections.Sources;
using Outlay.Connections.Syncs;
using Outlay.Ingest;
using Outlay.Web.Components;
using Outlay.Web.Formatting;

namespace Outlay.Web.Connections.Sources;

/// <summary>Words and colours of connections and syncs.</summary>
public static class SyncLook
{
    // Before that the rate of the first file says little about the rest.
    private const double LeastToGuess = 0.03;

    /// <summary>How a connection stands: its state in a word, and its colour.</summary>
    public static (string Word, Tone Tone) Of(Connection connection, Sync? latest) =>
        latest switch
        {
            { IsOver: false } => (Words(latest), Tone.Info),
            null => (connection.IsPaused ? "Not started" : "Waiting", Tone.Plain),
            { State: ImportState.Failed or ImportState.Partial } => ImportLook.Of(latest.State),
            _ when connection.IsPaused => ("Paused", Tone.Warn),
            { State: ImportState.Succeeded or ImportState.Unchanged } => ("Up to date", Tone.Good),
            _ => ImportLook.Of(latest.State),
        };

    /// <summary>State and share done: <c>Running, 37%</c>.</summary>
    public static string Words(Sync sync) =>
        sync.State == ImportState.Running
            ? string.Create(CultureInfo.InvariantCulture, $"Running, {Percent(sync)}%")
            : ImportLook.Of(sync.State).Word;

    /// <summary>Share done in percent, rounded down.</summary>
    public static int Percent(Sync sync) =>
        (int)Math.Clamp(Math.Floor(sync.Progress * 100), 0, sync.IsOver ? 100 : 99);

    /// <summary>Time it has taken.</summary>
    public static TimeSpan Elapsed(Sync sync, DateTimeOffset now) =>
        sync.StartedAt is { } start ? (sync.FinishedAt ?? now) - start : TimeSpan.Zero;

    /// <summary>Time that is left at the pace so far; a dash while nothing can be said.</summary>
    public static string Left(Sync sync, DateTimeOffset now)
    {
        var done = sync.Progress;
        return sync.IsOver || done < LeastToGuess
            ? "–"
            : "about " + Counts.Duration(Elapsed(sync, now) * ((1 - done) / done));
    }

    /// <summary>Files that are here, of all.</summary>
    public static string Files(Sync sync) =>
        $"{Counts.Number(sync.Periods.Sum(p => (long)p.FilesFetched))} of {Counts.Number(sync.Periods.Sum(p => (long)p.Files))}";

    /// <summary>Bytes that are here.</summary>
    public static string Bytes(Sync sync) => Counts.Bytes(sync.Periods.Sum(p => p.BytesFetched));

    /// <summary>What the provider charges for the sync's calls; null when nothing.</summary>
    public static string? Price(Sync sync) =>
        sync.PaidCalls == 0
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{Counts.Of(sync.PaidCalls, "paid call")}, about ${sync.PriceUsd:0.00##}"
            );
}
