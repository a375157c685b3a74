using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Outlay.Budgets;
using Outlay.Web.Components;
using Outlay.Web.Formatting;
using Outlay.Web.Shell;

namespace Outlay.Web.Budgets;

/// <summary>Takes a file of budgets; the form's antiforgery token is checked as any form's.</summary>
internal static class BudgetEndpoints
{
    public static void MapBudgets(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/budgets/import",
                (IFormFile file, BudgetBook book, Flash flash) =>
                {
                    using var reader = new StreamReader(file.OpenReadStream());
                    var count = book.Import(reader);
                    if (count.Problem is { } problem)
                    {
                        flash.Say(problem with { Message = $"{file.FileName}: {problem.Message}" });
                        return Results.Redirect("/budgets/import");
                    }

                    flash.Say(Tone.Good, $"{Counts.Of(count.Value, "budget")} made.");
                    return Results.Redirect("/budgets");
                }
            )
            .ExcludeFromDescription();
}
