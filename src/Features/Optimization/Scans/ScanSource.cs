using Outlay.Kernel;

namespace Outlay.Optimization.Scans;

/// <summary>Where scans look: how to reach it, and how often. Its secrets are not in here.</summary>
public sealed record ScanSource
{
    /// <summary>Number; also the address of its page.</summary>
    public required long Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of the collector, such as <c>aws</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The settings that are no secrets.</summary>
    public required SettingValues Settings { get; init; }

    /// <summary>Hours from one scan to the next; 0 for only when asked.</summary>
    public required int EveryHours { get; init; }

    /// <summary>Days of metrics that a scan reads.</summary>
    public required int WindowDays { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>A source as a person asks for it.</summary>
public sealed record ScanSourceDraft
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Kind of the collector.</summary>
    public string Kind { get; init; } = "";

    /// <summary>All settings. When a source is changed, a secret that is missing here stays as it is.</summary>
    public SettingValues Settings { get; init; } = SettingValues.Empty;

    /// <summary>Hours from one scan to the next; 0 for only when asked.</summary>
    public int EveryHours { get; init; } = 24;

    /// <summary>Days of metrics that a scan reads, 1 to 93.</summary>
    public int WindowDays { get; init; } = 14;
}
