using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Outlay.Alerts;
using Outlay.Kernel;
using Outlay.Optimization.Prices.Lists;

namespace Outlay.Api.Optimization;

/// <summary>Price lists. A browser lets no foreign page put or delete, so these need no token.</summary>
internal static class PriceListEndpoints
{
    private const int HeldInMemory = 1 << 16;
    private const long MaxBody = 500_000_000;

    public static void MapPriceLists(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/price-lists").WithTags("Optimization");
        group
            .MapGet("", List)
            .WithName("getPriceLists")
            .WithSummary("The price lists that are kept, the one that is asked first first")
            .Produces<IReadOnlyList<PriceList>>();
        group
            .MapPut("/{name}", PutAsync)
            .WithName("putPriceList")
            .WithSummary(
                "Keeps the prices of a file of a provider or of Outlay's own CSV, sent as the body, in place of the list of that name"
            )
            .WithMetadata(new RequestSizeLimitAttribute(MaxBody))
            .Produces<PriceList>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        group
            .MapDelete("/{name}", Remove)
            .WithName("deletePriceList")
            .WithSummary("Forgets a price list")
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Ok<IReadOnlyList<PriceList>> List(PriceLists lists) =>
        TypedResults.Ok(lists.All());

    private static async Task<IResult> PutAsync(
        string name,
        HttpRequest request,
        PriceLists lists,
        AlertSignal signal,
        CancellationToken cancellationToken
    )
    {
        request.EnableBuffering(HeldInMemory, MaxBody);
        try
        {
            await request.Body.CopyToAsync(Stream.Null, cancellationToken);
        }
        catch (BadHttpRequestException e)
            when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return ApiProblems.Of(TooLarge(name));
        }

        request.Body.Position = 0;
        var list = await lists.ImportAsync(name, request.Body, cancellationToken);
        if (!list.IsOk)
        {
            return ApiProblems.Of(list.Problem);
        }

        signal.Set();
        return TypedResults.Ok(list.Value);
    }

    private static Problem TooLarge(string name) =>
        new(
            ProblemKind.Invalid,
            $"{name} is larger than a price list may be (500 MB).",
            "Pack it by gzip, or import it with outlay prices import."
        );

    private static IResult Remove(string name, PriceLists lists, AlertSignal signal)
    {
        var removed = lists.Remove(name);
        if (!removed.IsOk)
        {
            return ApiProblems.Of(removed.Problem);
        }

        signal.Set();
        return TypedResults.NoContent();
    }
}
