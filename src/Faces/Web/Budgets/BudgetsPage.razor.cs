using Microsoft.AspNetCore.Components;
using Outlay.Web.Shell;

namespace Outlay.Web.Budgets;

/// <summary>Budgets and forecasts: not built yet; leads to Spend month by month.</summary>
public sealed partial class BudgetsPage
{
    [Inject]
    private PageContext Context { get; set; } = null!;
}
