using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Outlay.Connections.Sources;
using Outlay.Connections.Syncs;

namespace Outlay.Api.Connections;

/// <summary>How connections stand, and a sync on request, for a pipeline that has just written an export.</summary>
internal static class ConnectionEndpoints
{
    private const int MostSyncs = 20;

    public static void MapConnections(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("/connections").WithTags("Connections");
        group
            .MapGet("", List)
            .WithName("getConnections")
            .WithSummary("Connections without their secrets, each with its last sync")
            .Produces<IReadOnlyList<ConnectionDocument>>();
        group
            .MapGet("/{id:long}/syncs", Syncs)
            .WithName("getSyncs")
            .WithSummary("The newest syncs of a connection, newest first")
            .Produces<IReadOnlyList<SyncDocument>>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        group
            .MapPost("/{id:long}/syncs", Begin)
            .WithName("beginSync")
            .WithSummary("Begins a sync; the one that runs already when there is one")
            .Produces<SyncDocument>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Ok<List<ConnectionDocument>> List(ConnectionBook book, SyncBook syncs)
    {
        var latest = syncs.Latest();
        return TypedResults.Ok(
            book.All()
                .Select(c => ConnectionDocument.Of(c, latest.GetValueOrDefault(c.Id)))
                .ToList()
        );
    }

    private static IResult Syncs(long id, ConnectionBook book, SyncBook syncs) =>
        book.Find(id) is null
            ? ApiProblems.NoSuchAddress($"v1/connections/{id}")
            : TypedResults.Ok(syncs.Of(id, MostSyncs).Select(SyncDocument.Of).ToList());

    private static IResult Begin(long id, SyncBook syncs) =>
        syncs
            .Enqueue(id)
            .Match(
                sync =>
                    TypedResults.Accepted(
                        $"{ApiFace.Root}/connections/{id}/syncs",
                        SyncDocument.Of(sync)
                    ),
                ApiProblems.Of
            );
}
