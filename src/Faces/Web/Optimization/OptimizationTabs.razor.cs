using Microsoft.AspNetCore.Components;
using Outlay.Optimization.Findings;
using Outlay.Web.Components;

namespace Outlay.Web.Optimization;

/// <summary>The tabs of Optimization, with how many recommendations are open in each.</summary>
public sealed partial class OptimizationTabs
{
    /// <summary>Address of the page that is shown.</summary>
    [Parameter, EditorRequired]
    public string Current { get; set; } = "";

    [Inject]
    private FindingBook Book { get; set; } = null!;

    private IReadOnlyList<TabItem> Items
    {
        get
        {
            var totals = Book.Totals();
            TabItem Item(string text, string path, long? count) =>
                new(text, path, path == Current, count);
            return
            [
                Item("All", OptimizationLook.Path, totals.Sum(t => t.Sum.Count)),
                .. OptimizationLook.Tabs.Select(t =>
                    Item(
                        t.Title,
                        $"{OptimizationLook.Path}/{t.Word}",
                        totals.Where(x => x.Category == t.Category).Sum(x => x.Sum.Count)
                    )
                ),
                Item("Savings ledger", OptimizationLook.Ledger, null),
                Item("Scans", OptimizationLook.Scans, null),
                Item("Rules", OptimizationLook.Rules, null),
                Item("Prices", OptimizationLook.Prices, null),
            ];
        }
    }
}
