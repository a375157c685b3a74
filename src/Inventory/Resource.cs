using System.Text.Json.Serialization;
using Outlay.Inventory.Resources;

namespace Outlay.Inventory;

/// <summary>
/// Something that a cloud account holds, as a scan found it. Its kinds stand in <see cref="Resources"/>, a file each; they are the same
/// for every cloud.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(VirtualMachine), "virtual-machine")]
[JsonDerivedType(typeof(Disk), "disk")]
[JsonDerivedType(typeof(DiskSnapshot), "disk-snapshot")]
[JsonDerivedType(typeof(MachineImage), "machine-image")]
[JsonDerivedType(typeof(PublicAddress), "public-address")]
[JsonDerivedType(typeof(NatGateway), "nat-gateway")]
[JsonDerivedType(typeof(NetworkEndpoint), "network-endpoint")]
[JsonDerivedType(typeof(LoadBalancer), "load-balancer")]
[JsonDerivedType(typeof(Database), "database")]
[JsonDerivedType(typeof(DatabaseSnapshot), "database-snapshot")]
[JsonDerivedType(typeof(Function), "function")]
[JsonDerivedType(typeof(ContainerService), "container-service")]
[JsonDerivedType(typeof(Bucket), "bucket")]
[JsonDerivedType(typeof(Commitment), "commitment")]
public abstract record Resource
{
    /// <summary>The provider as FOCUS data has it, such as <c>AWS</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The account, subscription or project that owns it: FOCUS SubAccountId.</summary>
    public required string AccountId { get; init; }

    /// <summary>Region, FOCUS RegionId; <c>global</c> for what has none.</summary>
    public required string Region { get; init; }

    /// <summary>The provider's own id within account and region, such as <c>i-0abc</c>.</summary>
    public required string Id { get; init; }

    /// <summary>
    /// The full name that is the same nowhere else, such as an ARN; the key of recommendations. Bills name a resource by this or by
    /// <see cref="Id"/>.
    /// </summary>
    public required string Name { get; init; }

    /// <summary>What people call it: its name tag or display name; null when it has none.</summary>
    public string? DisplayName { get; init; }

    /// <summary>Other full names that a bill may know it by, such as one with a number in place of the name.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The zone it stands in, where the provider's own tools ask for it; null elsewhere.</summary>
    public string? Zone { get; init; }

    /// <summary>When it was made; null when the provider does not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Tags or labels, as they are written.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = EmptyTags;

    /// <summary>What was measured of it, by the names of <see cref="MetricNames"/>; a metric that is missing was not measured, which is not zero.</summary>
    public IReadOnlyList<Metric> Metrics { get; init; } = [];

    /// <summary>A metric by its name and statistic; null when it was not measured.</summary>
    public Metric? Measured(string name, Statistic statistic) =>
        Metrics.FirstOrDefault(m => m.Name == name && m.Statistic == statistic);

    /// <summary>What people call it, else its id.</summary>
    [JsonIgnore]
    public string Label => DisplayName ?? Id;

    private static readonly Dictionary<string, string> EmptyTags = [];
}
