namespace Outlay.Connectors.Sample.Company;

/// <summary>An account, subscription or project, and who it belongs to.</summary>
internal sealed record Account(
    string Delivery,
    string Id,
    string Name,
    string Team,
    string Product,
    string Env,
    string CostCenter,
    int Weight,
    IReadOnlyList<string> Regions
);
