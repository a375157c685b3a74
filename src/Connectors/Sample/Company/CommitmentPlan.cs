using System.Globalization;

namespace Outlay.Connectors.Sample.Company;

/// <summary>When a commitment is paid.</summary>
internal enum Payment
{
    /// <summary>Hour by hour.</summary>
    Hourly,

    /// <summary>At the start of each month.</summary>
    Monthly,

    /// <summary>All at once when it is bought.</summary>
    Upfront,
}

/// <summary>A commitment and the resources it covers.</summary>
/// <param name="Rate">What a covered unit costs, as a fraction of the list price.</param>
/// <param name="Hourly">Committed an hour: currency for Spend, units for Usage.</param>
internal sealed record CommitmentPlan(
    string Delivery,
    string Key,
    string Owner,
    string Type,
    string Category,
    Payment Payment,
    Service Service,
    string Name,
    string Id,
    decimal Rate,
    decimal Hourly,
    int StartMonthsAgo,
    int TermMonths,
    IReadOnlyList<FleetPart> Fleet
)
{
    public bool IsSpend => Category == "Spend";
}

/// <summary>So many resources of a product that a commitment covers.</summary>
internal sealed record FleetPart(string Product, int Count)
{
    public static FleetPart Parse(string text)
    {
        var parts = text.Split('*');
        return new(parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
