namespace Outlay.Inventory;

/// <summary>What one scan found; it never changes, and any rule can judge it again without a network.</summary>
public sealed record Snapshot
{
    /// <summary>The provider as FOCUS data has it.</summary>
    public required string Provider { get; init; }

    /// <summary>When the scan began.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>When it ended.</summary>
    public required DateTimeOffset Finished { get; init; }

    /// <summary>Start of the window that metrics cover; its end is <see cref="Started"/>.</summary>
    public required DateTimeOffset MeasuredFrom { get; init; }

    /// <summary>The accounts that were looked at.</summary>
    public IReadOnlyList<ScannedAccount> Accounts { get; init; } = [];

    /// <summary>What was found.</summary>
    public IReadOnlyList<Resource> Resources { get; init; } = [];

    /// <summary>The machine types that are on offer, by region.</summary>
    public IReadOnlyList<MachineType> MachineTypes { get; init; } = [];

    /// <summary>What could not be read, and why.</summary>
    public IReadOnlyList<ScanGap> Gaps { get; init; } = [];

    /// <summary>The calls that were made.</summary>
    public IReadOnlyList<ApiCalls> Calls { get; init; } = [];
}

/// <summary>An account that a scan looked at.</summary>
/// <param name="Id">FOCUS SubAccountId.</param>
/// <param name="Name">Its name; null when it is not known.</param>
/// <param name="Regions">The regions that were looked at.</param>
public sealed record ScannedAccount(string Id, string? Name, IReadOnlyList<string> Regions);

/// <summary>Something that a scan could not read. What stands here was not looked at, so that nothing can be said of it.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Region">The region; null for the whole account.</param>
/// <param name="Subject">What is missing, such as <c>Lambda functions</c>.</param>
/// <param name="Operation">The call that failed, such as <c>lambda:ListFunctions</c>: the permission to give.</param>
/// <param name="Cause">Why, in the provider's words.</param>
/// <param name="Fix">What to do about it.</param>
public sealed record ScanGap(
    string AccountId,
    string? Region,
    string Subject,
    string Operation,
    string Cause,
    string? Fix
);

/// <summary>Calls of one operation.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Region">The region.</param>
/// <param name="Operation">Service and operation, such as <c>ec2:DescribeInstances</c>.</param>
/// <param name="Count">Calls that were made, repetitions included.</param>
/// <param name="Throttled">Calls that were turned away as too many.</param>
/// <param name="PriceUsd">What the provider charges for them, US dollars.</param>
public sealed record ApiCalls(
    string AccountId,
    string Region,
    string Operation,
    int Count,
    int Throttled,
    decimal PriceUsd
);
