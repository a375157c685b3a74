using System.Text.RegularExpressions;

namespace Outlay.Inventory;

/// <summary>A type of virtual machine as the provider offers it in a region.</summary>
public sealed partial record MachineType
{
    /// <summary>The provider as FOCUS data has it.</summary>
    public required string Provider { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>Its name, such as <c>m5.large</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Virtual processors.</summary>
    public required double VCpus { get; init; }

    /// <summary>Memory, GiB.</summary>
    public required double MemoryGib { get; init; }

    /// <summary><c>x86_64</c> or <c>arm64</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>Whether the provider calls it current.</summary>
    public bool IsCurrent { get; init; } = true;

    /// <summary>Whether its processors run on credits.</summary>
    public bool IsBurstable { get; init; }

    /// <summary>Graphics processors.</summary>
    public int Gpus { get; init; }

    /// <summary>Local disks, GB; 0 for none.</summary>
    public double LocalStorageGb { get; init; }

    /// <summary>Lasting network bandwidth, Gbit/s; null when not known.</summary>
    public double? NetworkGbps { get; init; }

    /// <summary>Lasting bandwidth to its disks, MB/s; null when not known.</summary>
    public double? DiskMbps { get; init; }

    /// <summary>Lasting operations on its disks per second; null when not known.</summary>
    public double? DiskIops { get; init; }

    /// <summary>Hypervisor, such as <c>nitro</c> or <c>xen</c>; null when not known.</summary>
    public string? Hypervisor { get; init; }

    /// <summary>Whether it is a whole server without a hypervisor.</summary>
    public bool IsBareMetal { get; init; }

    /// <summary>The name without the size: <c>m5</c> of m5.large, <c>Standard_Ds_v5</c> of Standard_D4s_v5, <c>n2-standard</c> of n2-standard-4.</summary>
    public string Family =>
        Name.Contains('.', StringComparison.Ordinal) ? Name.Split('.')[0]
        : Name.Contains('_', StringComparison.Ordinal) ? SizeOfAzure().Replace(Name, "${name}", 1)
        : SizeOfGoogle().Replace(Name, "");

    [GeneratedRegex(
        "^(?<name>[A-Za-z]+_[A-Z]+)[0-9]+(-[0-9]+)?",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SizeOfAzure();

    [GeneratedRegex("-[0-9]+$", RegexOptions.NonBacktracking)]
    private static partial Regex SizeOfGoogle();
}
