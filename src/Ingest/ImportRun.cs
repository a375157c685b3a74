using Outlay.Kernel;

namespace Outlay.Ingest;

/// <summary>Asks for files to be brought into the lake.</summary>
public sealed record ImportRequest
{
    /// <summary>Files and folders on this machine; folders are searched for CSV, Parquet and JSON files.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>
    /// The connection that the data belongs to. When null, a folder gives its name, and a file the provider and billing account it
    /// bills, so that re-importing a month replaces it and another account stands beside it.
    /// </summary>
    public string? Connection { get; init; }

    /// <summary>How many bad rows a file may have and still load without them; more refuse it.</summary>
    public int MaxBadRows { get; init; }

    /// <summary>Sets every bad row aside with its reason, however many, and loads the rest.</summary>
    public bool Quarantine { get; init; }

    /// <summary>Billing currency of files that do not say theirs.</summary>
    public string? Currency { get; init; }

    /// <summary>The sync that fetched the files; they are gone once it has ended. Null when a person names them.</summary>
    public long? Sync { get; init; }

    /// <summary>Only these billing periods; null for all.</summary>
    public IReadOnlyList<BillingPeriod>? Periods { get; init; }
}

/// <summary>Where a run or a file stands.</summary>
public enum ImportState
{
    /// <summary>Waiting.</summary>
    Queued,

    /// <summary>Working.</summary>
    Running,

    /// <summary>Done; everything is published.</summary>
    Succeeded,

    /// <summary>Nothing to do: the same bytes are loaded already.</summary>
    Unchanged,

    /// <summary>Some files or periods are published, some failed.</summary>
    Partial,

    /// <summary>Nothing of it is published; the cause says why, and the last good load stands.</summary>
    Failed,

    /// <summary>The program ended while it ran; a retry goes on with what is missing.</summary>
    Interrupted,

    /// <summary>Stopped on request.</summary>
    Cancelled,
}

/// <summary>One run of an import, as the ledger keeps it.</summary>
public sealed record ImportRun
{
    /// <summary>Number of the run.</summary>
    public required long Id { get; init; }

    /// <summary>What was asked.</summary>
    public required ImportRequest Request { get; init; }

    /// <summary>Where it stands.</summary>
    public required ImportState State { get; init; }

    /// <summary>When it was asked for, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it began.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>When it ended.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>What it does now or why it failed, in a sentence.</summary>
    public string? Message { get; init; }

    /// <summary>Its files.</summary>
    public IReadOnlyList<ImportFile> Files { get; init; } = [];

    /// <summary>Loads it published.</summary>
    public IReadOnlyList<long> LoadIds { get; init; } = [];

    /// <summary>Share of the work done, 0 to 1.</summary>
    public double Progress { get; init; }

    /// <summary>Rows read so far.</summary>
    public long Rows { get; init; }

    /// <summary>Whether it has ended.</summary>
    public bool IsOver => State is not (ImportState.Queued or ImportState.Running);
}

/// <summary>One file in the ledger.</summary>
public sealed record ImportFile
{
    /// <summary>Absolute path.</summary>
    public required string Path { get; init; }

    /// <summary>Name as the user gave it.</summary>
    public required string Name { get; init; }

    /// <summary>Size in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Where it stands.</summary>
    public required ImportState State { get; init; }

    /// <summary>Hash of its bytes, lower-case hex, once known.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Format, such as <c>FOCUS 1.2</c>, once told.</summary>
    public string? Format { get; init; }

    /// <summary>Billing periods found in it.</summary>
    public IReadOnlyList<BillingPeriod> Periods { get; init; } = [];

    /// <summary>Rows read.</summary>
    public long Rows { get; init; }

    /// <summary>Rows set aside.</summary>
    public long QuarantinedRows { get; init; }

    /// <summary>Time spent on it.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Whether it failed because no format knows its header; a column map helps.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>Why it failed: file, row, column, value, reason and what to do.</summary>
    public string? Cause { get; init; }
}
