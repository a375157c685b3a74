namespace Outlay.Inventory.Calls;

/// <summary>A call of a cloud's REST API that answers in JSON.</summary>
/// <param name="AccountId">The subscription or project whose quota it counts against.</param>
/// <param name="Region">The region; <c>global</c> for what has none.</param>
/// <param name="Operation">The permission it needs, such as <c>Microsoft.Compute/disks/read</c>.</param>
/// <param name="Address">Where it goes.</param>
/// <param name="Scope">What the token must be good for, in the words of the cloud's sign-in.</param>
public sealed record RestCall(
    string AccountId,
    string Region,
    string Operation,
    Uri Address,
    string Scope
)
{
    /// <summary>What is posted, as JSON; null to get.</summary>
    public object? Body { get; init; }

    /// <summary>What the provider charges for it, US dollars.</summary>
    public decimal PriceUsd { get; init; }
}
