namespace Outlay.Inventory.Resources;

/// <summary>A load balancer.</summary>
public sealed record LoadBalancer : Resource
{
    /// <summary><c>application</c>, <c>network</c>, <c>gateway</c> or <c>classic</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Groups of targets that it sends to; a classic one has itself as its group.</summary>
    public int TargetGroups { get; init; }

    /// <summary>Targets that are registered; null when they were not read.</summary>
    public int? Targets { get; init; }

    /// <summary>Targets that are healthy; null when their health was not read.</summary>
    public int? HealthyTargets { get; init; }

    /// <summary>The network it stands in.</summary>
    public string? NetworkId { get; init; }
}
