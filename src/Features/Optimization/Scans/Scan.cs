using Outlay.Inventory;

namespace Outlay.Optimization.Scans;

/// <summary>Where a scan stands.</summary>
public enum ScanState
{
    /// <summary>Waits for the worker.</summary>
    Queued,

    /// <summary>Is at it.</summary>
    Running,

    /// <summary>Everything was read.</summary>
    Succeeded,

    /// <summary>Some parts could not be read; the rest is whole.</summary>
    Partial,

    /// <summary>Nothing could be read; the last snapshot stands.</summary>
    Failed,

    /// <summary>A person stopped it; the last snapshot stands.</summary>
    Cancelled,

    /// <summary>The program ended while it ran; the last snapshot stands.</summary>
    Interrupted,
}

/// <summary>One scan of a source.</summary>
public sealed record Scan
{
    /// <summary>Its number.</summary>
    public required long Id { get; init; }

    /// <summary>The source.</summary>
    public required long SourceId { get; init; }

    /// <summary>Whether the schedule asked for it, not a person.</summary>
    public bool Scheduled { get; init; }

    /// <summary>Where it stands.</summary>
    public ScanState State { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>What it does, or what came of it.</summary>
    public string? Message { get; init; }

    /// <summary>Parts that are done.</summary>
    public int Done { get; init; }

    /// <summary>All parts, as far as is known.</summary>
    public int Total { get; init; }

    /// <summary>Resources found.</summary>
    public int Resources { get; init; }

    /// <summary>Calls made.</summary>
    public int Calls { get; init; }

    /// <summary>Calls that the provider turned away as too many.</summary>
    public int Throttled { get; init; }

    /// <summary>What the provider charges for the calls, US dollars.</summary>
    public decimal PriceUsd { get; init; }

    /// <summary>Accounts, gaps and calls.</summary>
    public ScanDetail Detail { get; init; } = ScanDetail.None;

    /// <summary>Whether it has ended.</summary>
    public bool IsOver => State is not (ScanState.Queued or ScanState.Running);

    /// <summary>How far it is, 0 to 1.</summary>
    public double Progress => Total == 0 ? 0 : Math.Min(1, (double)Done / Total);
}

/// <summary>What a scan looked at and what it could not see.</summary>
/// <param name="Accounts">The accounts.</param>
/// <param name="Gaps">What could not be read.</param>
/// <param name="Calls">Calls by account, region and operation.</param>
public sealed record ScanDetail(
    IReadOnlyList<ScannedAccount> Accounts,
    IReadOnlyList<ScanGap> Gaps,
    IReadOnlyList<ApiCalls> Calls
)
{
    /// <summary>Nothing yet.</summary>
    public static ScanDetail None { get; } = new([], [], []);
}
