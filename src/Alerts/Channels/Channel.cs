using Outlay.Kernel;

namespace Outlay.Alerts.Channels;

/// <summary>A recipient of alerts. Its secrets are not in it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Kind">Word of the way to reach it, such as <c>email</c>.</param>
/// <param name="Settings">Its settings without secrets.</param>
/// <param name="Terms">What it wants, and when.</param>
/// <param name="IsPaused">Whether it gets nothing for now.</param>
public sealed record Channel(
    long Id,
    string Name,
    string Kind,
    SettingValues Settings,
    ChannelTerms Terms,
    bool IsPaused
);

/// <summary>A channel as a person describes it.</summary>
public sealed record ChannelDraft
{
    /// <summary>What people call it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Word of the way to reach it.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Its settings; secrets only as far as they are new.</summary>
    public SettingValues Settings { get; init; } = SettingValues.Empty;

    /// <summary>What it wants, and when.</summary>
    public ChannelTerms Terms { get; init; } = new();
}
