using Outlay.Connections.Sources;
using Outlay.Connections.Syncs;
using Outlay.Ingest;

namespace Outlay.Cli.Connections;

/// <summary>A connection as JSON, without its secrets.</summary>
internal sealed record ConnectionDocument(
    long Id,
    string Name,
    string Kind,
    IReadOnlyDictionary<string, string> Settings,
    string Schedule,
    int Months,
    bool Paused,
    SyncDocument? LastSync
)
{
    public static ConnectionDocument Of(Connection connection, Sync? latest) =>
        new(
            connection.Id,
            connection.Name,
            connection.Kind,
            connection.Settings.Values,
            connection.Schedule.Text,
            connection.Months,
            connection.IsPaused,
            latest is null ? null : SyncDocument.Of(latest)
        );
}

/// <summary>A sync as JSON.</summary>
internal sealed record SyncDocument(
    long Id,
    ImportState State,
    string? Message,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt,
    long Rows,
    int PaidCalls,
    decimal PriceUsd,
    IReadOnlyList<SyncPeriodDocument> Periods
)
{
    public static SyncDocument Of(Sync sync) =>
        new(
            sync.Id,
            sync.State,
            sync.Message,
            sync.CreatedAt,
            sync.FinishedAt,
            sync.Rows,
            sync.PaidCalls,
            sync.PriceUsd,
            [
                .. sync.Periods.Select(p => new SyncPeriodDocument(
                    p.Period?.ToString(),
                    p.State,
                    p.Files,
                    p.BytesFetched,
                    p.Rows,
                    p.RunId,
                    p.Cause
                )),
            ]
        );
}

/// <summary>A billing period of a sync as JSON.</summary>
internal sealed record SyncPeriodDocument(
    string? Period,
    ImportState State,
    int Files,
    long Bytes,
    long Rows,
    long? Import,
    string? Cause
);
