using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Outlay.Forecast.Outlook;

namespace Outlay.Api.Forecasts;

/// <summary>What periods will come to.</summary>
internal static class ForecastEndpoints
{
    public static void MapForecasts(this RouteGroupBuilder api) =>
        api.MapGroup("/forecast")
            .WithTags("Forecast")
            .MapGet("", GetAsync)
            .WithName("getForecast")
            .WithSummary("What this month, the next, this quarter and this year will come to")
            .WithDescription(
                "Of one currency, the one with most charges unless given, and of any filter. The ranges are those that held four of five times; the clouds add up to the whole."
            )
            .Produces<ForecastDocument>()
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> GetAsync(
        HttpRequest request,
        CloudForecasts forecasts,
        CancellationToken cancellationToken
    )
    {
        var given = ApiParameters.Scope(request.Query);
        if (!given.IsOk)
        {
            return ApiProblems.Of(given.Problem);
        }

        var scope = forecasts.InOneCurrency(given.Value);
        return ApiProblems.From(
            await forecasts.ReadAsync(scope, [], cancellationToken),
            forecast => ForecastDocument.Of(scope, forecast)
        );
    }
}
