using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Outlay.Anomalies.Watch;
using Outlay.Kernel;

namespace Outlay.Api.Anomalies;

/// <summary>Cost that nothing explains, one event each.</summary>
internal static class AnomalyEndpoints
{
    public static void MapAnomalies(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/anomalies").WithTags("Anomalies");
        group
            .MapGet("", List)
            .WithName("getAnomalies")
            .WithSummary("Anomalies of the last sixty days, those that nobody dealt with first")
            .Produces<IReadOnlyList<AnomalyDocument>>();
        group
            .MapGet("/{id}", GetAsync)
            .WithName("getAnomaly")
            .WithSummary("An anomaly and the days around it beside what was expected of them")
            .Produces<AnomalyWithDays>()
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static IResult List(HttpRequest request, AnomalyBook book)
    {
        var unknown = request.Query.Keys.FirstOrDefault();
        return unknown is null
            ? TypedResults.Ok(book.All().Select(AnomalyDocument.Of).ToList())
            : ApiProblems.Of(
                new(
                    ProblemKind.Invalid,
                    $"'{unknown}' is not a parameter.",
                    "There are none.",
                    unknown
                )
            );
    }

    private static async Task<IResult> GetAsync(
        string id,
        AnomalyBook book,
        CancellationToken cancellationToken
    )
    {
        if (book.Find(id) is not { } anomaly)
        {
            return ApiProblems.Of(
                new(
                    ProblemKind.NotFound,
                    "There is no such anomaly.",
                    "It may be gone since its days were scored again."
                )
            );
        }

        var days = await book.DaysAsync(anomaly, cancellationToken);
        return ApiProblems.From(
            days,
            all => new AnomalyWithDays(
                AnomalyDocument.Of(anomaly),
                [.. all.Select(AnomalyDayDocument.Of)]
            )
        );
    }
}

/// <summary>An anomaly and the days around it.</summary>
/// <param name="Anomaly">The anomaly.</param>
/// <param name="Days">Its days, with sixty before and after.</param>
internal sealed record AnomalyWithDays(
    AnomalyDocument Anomaly,
    IReadOnlyList<AnomalyDayDocument> Days
);
