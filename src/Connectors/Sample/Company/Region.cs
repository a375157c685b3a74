namespace Outlay.Connectors.Sample.Company;

/// <summary>A region, what its prices are relative to the first one, and its zones.</summary>
internal sealed record Region(
    string Id,
    string Name,
    decimal PriceFactor,
    IReadOnlyList<string> Zones
);
