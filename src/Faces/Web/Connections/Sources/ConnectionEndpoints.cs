using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Outlay.Connections.Sources;
using Outlay.Connections.Syncs;
using Outlay.Kernel;

namespace Outlay.Web.Connections.Sources;

/// <summary>What scripts of the connection pages talk to.</summary>
internal static class ConnectionEndpoints
{
    private const int LongestName = 500;

    public static void MapConnections(this IEndpointRouteBuilder routes)
    {
        var setup = routes.MapGroup("/setup").ExcludeFromDescription();
        setup.MapGet(
            "/connections/progress",
            (SyncBook syncs) => Results.Json(SyncProgress.Of(syncs.Latest().Values))
        );
        setup.MapGet(
            "/connections/{id:long}/progress",
            (long id, SyncBook syncs, TimeProvider clock) =>
                syncs.Of(id, 1) is [var sync]
                    ? Results.Json(SyncProgress.Of(sync, clock.GetUtcNow()))
                    : Results.NotFound()
        );
        setup.MapGet("/connect/{kind}/snippets", Snippets);
    }

    // The names as they are typed; a secret has no place in a snippet and is not taken.
    private static IResult Snippets(string kind, HttpRequest request, ConnectionBook book)
    {
        if (book.Connectors.Find(kind) is not { } connector)
        {
            return Results.NotFound();
        }

        var names = connector
            .Fields.Where(f => !f.IsSecret)
            .Select(f => (f.Name, Value: request.Query[f.Name].ToString()))
            .Where(f => f.Value.Length is > 0 and <= LongestName)
            .ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);
        return Results.Json(connector.Snippets(new SettingValues(names)).Select(s => s.Text));
    }
}
