using Outlay.Connectors.Sample.Company;

namespace Outlay.Connectors.Sample.Lines;

/// <summary>One meter of one resource over its life.</summary>
internal sealed record UsageLine
{
    public required Product Product { get; init; }

    public required Account Account { get; init; }

    public required Region Region { get; init; }

    public required string? Zone { get; init; }

    public required string ResourceId { get; init; }

    public required string ResourceName { get; init; }

    /// <summary>JSON object; null without tags.</summary>
    public required string? Tags { get; init; }

    /// <summary>Priced units an hour, before the profile.</summary>
    public required decimal Size { get; init; }

    public required decimal ListPrice { get; init; }

    public required decimal ContractedPrice { get; init; }

    public required string SkuId { get; init; }

    /// <summary>First day of its life, counted from the first day made.</summary>
    public required int FirstDay { get; init; }

    public required int LastDay { get; init; }

    /// <summary>What moves its quantity beyond the profile.</summary>
    public required Chance Chance { get; init; }

    /// <summary>Days on which a story multiplies its quantity; empty without one.</summary>
    public (int First, int Last, decimal Factor) Surge { get; init; }
}
