using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Outlay.Budgets;

namespace Outlay.Api.Budgets;

/// <summary>How budgets do.</summary>
internal static class BudgetEndpoints
{
    public static void MapBudgets(this RouteGroupBuilder api) =>
        api.MapGroup("/budgets")
            .WithTags("Budgets")
            .MapGet("", ListAsync)
            .WithName("getBudgets")
            .WithSummary("Budgets with what is spent and forecast of the period that runs")
            .Produces<IReadOnlyList<BudgetDocument>>();

    private static async Task<IResult> ListAsync(
        BudgetQueries queries,
        CancellationToken cancellationToken
    ) =>
        (await queries.AllAsync(cancellationToken)).Match(
            all => TypedResults.Ok(all.Select(BudgetDocument.Of).ToList()),
            ApiProblems.Of
        );
}
