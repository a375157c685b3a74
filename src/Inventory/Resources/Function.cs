namespace Outlay.Inventory.Resources;

/// <summary>A function that runs on demand: Lambda, Azure Functions, Cloud Run functions.</summary>
public sealed record Function : Resource
{
    /// <summary>Memory, MiB.</summary>
    public required int MemoryMib { get; init; }

    /// <summary>Runtime, such as <c>python3.12</c>; null for an image.</summary>
    public string? Runtime { get; init; }

    /// <summary><c>x86_64</c> or <c>arm64</c>.</summary>
    public string Architecture { get; init; } = "x86_64";

    /// <summary>Longest run, seconds.</summary>
    public int TimeoutSeconds { get; init; }

    /// <summary>Local disk, MiB.</summary>
    public int DiskMib { get; init; } = 512;

    /// <summary>Whether its code is an image.</summary>
    public bool IsImage { get; init; }

    /// <summary>Concurrency that is kept warm and paid for, by version or alias.</summary>
    public IReadOnlyList<ProvisionedConcurrency> Provisioned { get; init; } = [];

    /// <summary>When its code or settings last changed.</summary>
    public DateTimeOffset? ChangedAt { get; init; }
}

/// <summary>Concurrency of a function that is kept warm.</summary>
/// <param name="Version">Version or alias.</param>
/// <param name="Count">Instances.</param>
/// <param name="Use">How much of it was used, percent; null when not measured.</param>
public sealed record ProvisionedConcurrency(string Version, int Count, Metric? Use);
