using System.Globalization;
using Microsoft.AspNetCore.Components;
using Outlay.Budgets;
using Outlay.Web.Formatting;

namespace Outlay.Web.Budgets;

/// <summary>What is spent of a budget, with a mark where an even pace would be.</summary>
public sealed partial class BudgetBar
{
    /// <summary>The budget.</summary>
    [Parameter, EditorRequired]
    public BudgetStatus Status { get; set; } = null!;

    private decimal Share => Math.Clamp(Status.Consumed ?? (Status.Spent > 0 ? 1 : 0), 0, 1);

    private decimal? Elapsed =>
        Status.Total > 0 && Status.State is not (BudgetState.Ahead or BudgetState.Held)
            ? Math.Clamp(Status.Pace / Status.Total, 0, 1)
            : null;

    private string Words =>
        Status.Consumed is { } consumed
            ? $"{Amounts.Share(consumed)} spent, even pace {Amounts.Share(Elapsed ?? 1)}"
            : "No amount";

    private static string Percent(decimal share) =>
        (share * 100).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
