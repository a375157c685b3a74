using Microsoft.AspNetCore.Components;
using Outlay.Connections;
using Outlay.Kernel;

namespace Outlay.Web.Connections;

/// <summary>What the provider changed between two versions of a period.</summary>
public sealed partial class RestatementTable
{
    private const int MostLines = 200;

    /// <summary>Differences, largest first.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<RestatedAmount> Amounts { get; set; } = [];

    /// <summary>Whether there is a version before; without one nothing is shown.</summary>
    [Parameter, EditorRequired]
    public bool HasFormer { get; set; }

    private List<RestatedAmount> Shown => [.. Amounts.Take(MostLines)];

    private IEnumerable<Money> Totals =>
        Amounts
            .GroupBy(a => a.Currency)
            .Select(g => new Money(g.Sum(a => a.After - a.Before), g.Key));
}
