using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Outlay.Alerts;
using Outlay.Optimization.Prices.Lists;
using Outlay.Spend.Export;
using Outlay.Web.Components;
using Outlay.Web.Formatting;
using Outlay.Web.Shell;

namespace Outlay.Web.Optimization;

/// <summary>Takes a price list, and gives the prices that ship; the form's antiforgery token is checked as any form's.</summary>
internal static class PriceEndpoints
{
    public const string Lists = OptimizationLook.Prices + "/lists";
    public const string Card = OptimizationLook.Prices + "/card.csv";
    public const long MaxBody = 500_000_000;

    public static void MapPrices(this IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(Lists, AddAsync)
            .WithMetadata(new RequestSizeLimitAttribute(MaxBody))
            .WithFormOptions(multipartBodyLengthLimit: MaxBody)
            .ExcludeFromDescription();
        routes.MapGet(Card, WriteAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> AddAsync(
        IFormFile file,
        [FromForm] string? name,
        PriceLists lists,
        AlertSignal signal,
        Flash flash,
        CancellationToken cancellationToken
    )
    {
        await using var stream = file.OpenReadStream();
        var list = await lists.ImportAsync(
            string.IsNullOrWhiteSpace(name) ? file.FileName : name,
            stream,
            cancellationToken
        );
        if (list.Problem is { } problem)
        {
            flash.Say(problem);
        }
        else
        {
            signal.Set();
            flash.Say(
                Tone.Good,
                $"{list.Value.Name}: {Counts.Of(list.Value.Prices, "price")} kept; everything is judged anew now."
            );
        }

        return Results.Redirect(OptimizationLook.Prices);
    }

    private static async Task WriteAsync(HttpContext http)
    {
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"prices.csv\"";
        await CsvTable.WriteAsync(
            http.Response.Body,
            PriceLists.Columns,
            PriceLists.Card(),
            http.RequestAborted
        );
    }
}
