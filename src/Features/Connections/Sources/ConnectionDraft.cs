using Outlay.Kernel;

namespace Outlay.Connections.Sources;

/// <summary>A connection as a person asks for it.</summary>
public sealed record ConnectionDraft
{
    /// <summary>Its name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Kind of the connector.</summary>
    public string Kind { get; init; } = "";

    /// <summary>All settings. When a connection is changed, a secret that is missing here stays as it is.</summary>
    public SettingValues Settings { get; init; } = SettingValues.Empty;

    /// <summary>When it is synchronised: a word of <see cref="SyncSchedule.Presets"/> or a cron expression.</summary>
    public string? Schedule { get; init; }

    /// <summary>How many billing periods to keep up to date, the present one included.</summary>
    public int Months { get; init; } = 13;

    /// <summary>Billing currency of files that do not say theirs.</summary>
    public string? Currency { get; init; }
}
