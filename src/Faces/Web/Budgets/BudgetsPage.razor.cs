using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Outlay.Budgets;
using Outlay.Kernel;
using Outlay.Web.Formatting;

namespace Outlay.Web.Budgets;

/// <summary>All budgets as a tree, with how each does in its period.</summary>
public sealed partial class BudgetsPage
{
    [Inject]
    private BudgetQueries Queries { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private Result<IReadOnlyList<BudgetStatus>> Answer { get; set; } = new List<BudgetStatus>();

    private IReadOnlyList<Row> Rows { get; set; } = [];

    private string Summary
    {
        get
        {
            var all = Answer.Value;
            var words = new[]
            {
                (all.Count(s => s.State == BudgetState.Over), "over"),
                (all.Count(s => s.State == BudgetState.AtRisk), "at risk"),
                (all.Count(s => s.State == BudgetState.OnTrack), "on track"),
            };
            return string.Join(
                ", ",
                words.Where(w => w.Item1 > 0).Select(w => $"{Counts.Number(w.Item1)} {w.Item2}")
            );
        }
    }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Answer = await Queries.AllAsync(Http?.RequestAborted ?? CancellationToken.None);
        Rows = Answer.IsOk ? [.. Tree(Answer.Value, null, 0)] : [];
    }

    private static IEnumerable<Row> Tree(
        IReadOnlyList<BudgetStatus> all,
        long? parent,
        int level
    ) =>
        all.Where(s => s.Budget.ParentId == parent)
            .SelectMany(s => Tree(all, s.Budget.Id, level + 1).Prepend(new Row(s, level)));

    private static Currency Currency(Row row) => row.Status.Budget.Scope.Currency;

    private static string AmountTitle(BudgetStatus status)
    {
        var currency = status.Budget.Scope.Currency;
        var parts = status.OfParts is { } sum
            ? $" Its parts add up to {Amounts.Exact(sum, currency)}."
            : "";
        return status.Carried == 0
            ? parts.Trim()
            : $"{Amounts.Exact(status.Amount, currency)} and {Amounts.Difference(status.Carried, currency)} carried over.{parts}";
    }

    private static string ForecastTitle(BudgetStatus status)
    {
        var (forecast, currency) = (status.Forecast.Value, status.Budget.Scope.Currency);
        return $"80 %: {Amounts.Exact(forecast.Low, currency)} to {Amounts.Exact(forecast.High, currency)}; probability of more than the budget: {Amounts.Share((decimal)(status.Risk ?? 0))}";
    }

    private sealed record Row(BudgetStatus Status, int Level);
}
