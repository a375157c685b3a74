using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Outlay.Query;

namespace Outlay.Api.Costs;

/// <summary>Costs by query string and by JSON body, and the charges behind them.</summary>
internal static class CostEndpoints
{
    private const int MaxBody = 64 * 1024;
    private const int MaxCharges = 1000;

    public static void MapCosts(this RouteGroupBuilder api)
    {
        api.MapGet("/costs", GetAsync)
            .WithName("getCosts")
            .WithSummary("Costs over a time range, by up to three dimensions")
            .WithDescription("The query string is that of the Spend page.")
            .Produces<CostTableDocument>();
        api.MapPost("/costs", PostAsync)
            .WithName("queryCosts")
            .WithSummary("Costs, asked by a JSON body")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBody))
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .Produces<CostTableDocument>();
        api.MapGet("/costs/charges", ChargesAsync)
            .WithName("getCharges")
            .WithSummary("The charges that make a number, largest first")
            .WithDescription("Takes the same query string; offset and limit page the charges.")
            .Produces<ChargePageDocument>();
    }

    private static async Task<IResult> GetAsync(
        HttpRequest request,
        IQueryEngine engine,
        CancellationToken cancellationToken
    )
    {
        var query = ApiParameters.Query(request.Query);
        return query.IsOk
            ? await RunAsync(query.Value, engine, cancellationToken)
            : ApiProblems.Of(query.Problem);
    }

    private static async Task<IResult> PostAsync(
        HttpRequest request,
        IQueryEngine engine,
        CancellationToken cancellationToken
    )
    {
        var body = await JsonBody.ReadAsync(request, cancellationToken);
        if (body.Text is null)
        {
            return body.Refusal ?? TypedResults.BadRequest();
        }

        var query = CostQueryJson.Parse(body.Text);
        return query.IsOk
            ? await RunAsync(query.Value, engine, cancellationToken)
            : ApiProblems.Of(query.Problem);
    }

    private static async Task<IResult> ChargesAsync(
        HttpRequest request,
        IQueryEngine engine,
        CancellationToken cancellationToken
    )
    {
        var query = ApiParameters.Query(request.Query, "offset", "limit");
        var offset = ApiParameters.Number(request.Query, "offset", 0, 0, int.MaxValue);
        var limit = ApiParameters.Number(request.Query, "limit", 100, 1, MaxCharges);
        if ((query.Problem ?? offset.Problem ?? limit.Problem) is { } problem)
        {
            return ApiProblems.Of(problem);
        }

        var page = await engine.ChargesAsync(
            new(query.Value, offset.Value, limit.Value),
            cancellationToken
        );
        return ApiProblems.From(page, ChargePageDocument.Of);
    }

    private static async Task<IResult> RunAsync(
        CostQuery query,
        IQueryEngine engine,
        CancellationToken cancellationToken
    ) => ApiProblems.From(await engine.RunAsync(query, cancellationToken), CostTableDocument.Of);
}
