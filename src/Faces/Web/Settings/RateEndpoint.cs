using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Outlay.Spend.Rates;
using Outlay.Web.Components;
using Outlay.Web.Formatting;
using Outlay.Web.Shell;

namespace Outlay.Web.Settings;

/// <summary>Takes a file of exchange rates; the form's antiforgery token is checked as any form's.</summary>
internal static class RateEndpoint
{
    public static void MapRates(this IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/settings/rates",
                (IFormFile file, ExchangeRates rates, Flash flash) =>
                {
                    using var reader = new StreamReader(file.OpenReadStream());
                    var count = rates.Import(reader);
                    if (count.Problem is { } problem)
                    {
                        flash.Say(problem);
                    }
                    else
                    {
                        flash.Say(Tone.Good, $"{Counts.Of(count.Value, "rate")} kept.");
                    }

                    return Results.Redirect("/settings#currencies");
                }
            )
            .ExcludeFromDescription();
}
