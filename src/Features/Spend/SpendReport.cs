using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Spend;

/// <summary>The answers behind a Spend page; one part may fail while the other stands.</summary>
/// <param name="Chart">The largest groups and "Other" over time, with totals.</param>
/// <param name="Table">The rows of the chosen table.</param>
/// <param name="Places">Where the resources of the table are, by resource ID; empty for the other tables.</param>
public sealed record SpendReport(
    Result<CostTable> Chart,
    Result<CostTable> Table,
    IReadOnlyDictionary<string, ResourcePlace> Places
)
{
    /// <summary>No places.</summary>
    public static IReadOnlyDictionary<string, ResourcePlace> Nowhere { get; } =
        new Dictionary<string, ResourcePlace>(StringComparer.Ordinal);
}

/// <summary>Where a resource is.</summary>
/// <param name="Accounts">Names of its accounts, the costliest first; more than one when it moved.</param>
/// <param name="Regions">Names of its regions, the costliest first.</param>
public sealed record ResourcePlace(IReadOnlyList<string> Accounts, IReadOnlyList<string> Regions);
