using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Outlay.Anomalies.Changes;

namespace Outlay.Api.Changes;

/// <summary>What changed between two periods, and why.</summary>
internal static class ChangeEndpoints
{
    public static void MapChanges(this RouteGroupBuilder api) =>
        api.MapGet("/changes", GetAsync)
            .WithName("getChanges")
            .WithSummary("Why a period cost more or less than another, by cause, group and SKU")
            .WithDescription(
                "Takes the query string of the costs; compare is the period before unless given, size is the most groups and SKUs to give, and grain, top, sort and page play no part. The parts of a change add up to it exactly."
            )
            .Produces<ChangeDocument>();

    private static async Task<IResult> GetAsync(
        HttpRequest request,
        ChangeQueries queries,
        CancellationToken cancellationToken
    )
    {
        var query = ApiParameters.Query(request.Query);
        return query.IsOk
            ? ApiProblems.From(
                await queries.ReadAsync(query.Value, cancellationToken),
                ChangeDocument.Of
            )
            : ApiProblems.Of(query.Problem);
    }
}
