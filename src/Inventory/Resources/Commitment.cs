namespace Outlay.Inventory.Resources;

/// <summary>A commitment that was bought: Savings Plan, reservation, committed use.</summary>
public sealed record Commitment : Resource
{
    /// <summary><c>compute-savings-plan</c>, <c>ec2-savings-plan</c>, <c>sagemaker-savings-plan</c>, <c>database-savings-plan</c>, <c>reserved-instance</c>, <c>reserved-database</c>, or the provider's own word.</summary>
    public required string Type { get; init; }

    /// <summary><c>active</c>, <c>queued</c> or <c>ended</c>, else the provider's own word.</summary>
    public required string State { get; init; }

    /// <summary>When it begins.</summary>
    public DateTimeOffset Start { get; init; }

    /// <summary>When it ends.</summary>
    public DateTimeOffset End { get; init; }

    /// <summary>Money that is committed an hour; null for commitments by count.</summary>
    public decimal? Hourly { get; init; }

    /// <summary>Currency of <see cref="Hourly"/>.</summary>
    public string Currency { get; init; } = "USD";

    /// <summary><c>no-upfront</c>, <c>partial-upfront</c> or <c>all-upfront</c>.</summary>
    public string? Payment { get; init; }

    /// <summary>What was paid at once.</summary>
    public decimal? Upfront { get; init; }

    /// <summary>The family or type it is for; null for any.</summary>
    public string? Scope { get; init; }

    /// <summary>Units, for commitments by count.</summary>
    public int? Count { get; init; }
}
