using Microsoft.AspNetCore.Components;
using Outlay.Alerts;
using Outlay.Web.Components;

namespace Outlay.Web.Budgets;

/// <summary>The pages about what will be, beside each other.</summary>
public sealed partial class BudgetTabs
{
    /// <summary>Address of the page that is shown.</summary>
    [Parameter, EditorRequired]
    public string Current { get; set; } = "";

    [Inject]
    private AlertBook Alerts { get; set; } = null!;

    private IReadOnlyList<TabItem> Items =>
        [
            Item("Budgets", "/budgets"),
            Item("Forecast", "/budgets/forecast"),
            Item("Anomalies", "/budgets/anomalies"),
            Item("Alerts", "/alerts", Alerts.Open().Count(a => a.AcknowledgedAt is null)),
        ];

    private TabItem Item(string text, string href, long? count = null) =>
        new(text, href, Current == href, count);
}
