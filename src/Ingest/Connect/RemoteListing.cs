namespace Outlay.Ingest.Connect;

/// <summary>What a connector found, and what asking took.</summary>
/// <param name="Deliveries">The newest delivery of each billing period, newest period first.</param>
/// <param name="Took">What the provider charges for having been asked.</param>
public sealed record RemoteListing(IReadOnlyList<RemoteDelivery> Deliveries, PaidCalls Took);

/// <summary>Calls and queries that a provider charges for, beyond the traffic of its storage.</summary>
/// <param name="Count">How many.</param>
/// <param name="PriceUsd">What they cost at the provider's list price, in US dollars.</param>
public sealed record PaidCalls(int Count, decimal PriceUsd)
{
    /// <summary>None.</summary>
    public static PaidCalls None { get; } = new(0, 0m);
}
