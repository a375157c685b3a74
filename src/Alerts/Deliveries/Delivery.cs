namespace Outlay.Alerts.Deliveries;

/// <summary>How far a message has come.</summary>
public enum DeliveryState
{
    /// <summary>It waits for its time, or for another try.</summary>
    Pending,

    /// <summary>The other side has it.</summary>
    Sent,

    /// <summary>It could not be sent, and is not tried again.</summary>
    Failed,
}

/// <summary>A message to a channel.</summary>
/// <param name="Id">Its number.</param>
/// <param name="ChannelId">The channel.</param>
/// <param name="State">How far it has come.</param>
/// <param name="CreatedAt">When its first alert was raised.</param>
/// <param name="DueAt">When it is sent, or tried again.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="EndedAt">When it was sent or given up; null while it is pending.</param>
/// <param name="Error">Why the last try failed; null when none did.</param>
/// <param name="Alerts">How many alerts it tells.</param>
/// <param name="Title">The first of them.</param>
public sealed record Delivery(
    long Id,
    long ChannelId,
    DeliveryState State,
    DateTimeOffset CreatedAt,
    DateTimeOffset DueAt,
    int Attempts,
    DateTimeOffset? EndedAt,
    string? Error,
    int Alerts,
    string? Title
);
