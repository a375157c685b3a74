using Outlay.Kernel;

namespace Outlay.Connections.Sources;

/// <summary>One source of billing data: how to reach it, and when to look. Its secrets are not in here.</summary>
public sealed record Connection
{
    /// <summary>Number; also the address of its page.</summary>
    public required long Id { get; init; }

    /// <summary>Its name, which its loads carry; it does not change.</summary>
    public required string Name { get; init; }

    /// <summary>Kind of the connector, such as <c>aws-export</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The settings that are no secrets.</summary>
    public required SettingValues Settings { get; init; }

    /// <summary>When it is synchronised.</summary>
    public required SyncSchedule Schedule { get; init; }

    /// <summary>How many billing periods are kept up to date, the present one included.</summary>
    public required int Months { get; init; }

    /// <summary>Billing currency of files that do not say theirs.</summary>
    public string? Currency { get; init; }

    /// <summary>Whether the schedule rests.</summary>
    public bool IsPaused { get; init; }

    /// <summary>When it was made, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }
}
