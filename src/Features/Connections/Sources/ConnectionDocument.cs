using System.Text.Json;
using Outlay.Connections.Syncs;
using Outlay.Ingest;

namespace Outlay.Connections.Sources;

/// <summary>A connection as JSON, without its secrets.</summary>
public sealed record ConnectionDocument(
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
public sealed record SyncDocument(
    long Id,
    string State,
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
            Word(sync.State),
            sync.Message,
            sync.CreatedAt,
            sync.FinishedAt,
            sync.Rows,
            sync.PaidCalls,
            sync.PriceUsd,
            [
                .. sync.Periods.Select(p => new SyncPeriodDocument(
                    p.Period?.ToString(),
                    Word(p.State),
                    p.Files,
                    p.BytesFetched,
                    p.Rows,
                    p.RunId,
                    p.Cause
                )),
            ]
        );

    private static string Word(ImportState state) =>
        JsonNamingPolicy.CamelCase.ConvertName(state.ToString());
}

/// <summary>A billing period of a sync as JSON.</summary>
public sealed record SyncPeriodDocument(
    string? Period,
    string State,
    int Files,
    long Bytes,
    long Rows,
    long? Import,
    string? Cause
);
