using Outlay.Budgets;
using Outlay.Query;
using Outlay.Web.Spend;

namespace Outlay.Web.Budgets;

/// <summary>Where numbers of budgets lead.</summary>
internal static class BudgetLinks
{
    /// <summary>Spend with the scope of a budget and the days of its period.</summary>
    public static string Spend(BudgetStatus status) =>
        new SpendView(
            status.Budget.Scope.Query(status.Period) with
            {
                GroupBy = [SpendView.DefaultSplit],
                Compare = Comparison.Prior,
            }
        ).Href;
}
