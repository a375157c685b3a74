using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Outlay.Connections;

namespace Outlay.Web.Connections;

/// <summary>What scripts and forms of Setup talk to beside its pages.</summary>
internal static class ImportEndpoints
{
    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        var setup = routes.MapGroup("/setup").ExcludeFromDescription();
        setup.MapGet(
            "/imports/{id:long}/progress",
            (long id, Imports imports, TimeProvider clock) =>
                imports.Find(id) is { } run
                    ? Results.Json(ImportProgress.Of(run, clock.GetUtcNow()))
                    : Results.NotFound()
        );
        setup.MapGet(
            "/imports/progress",
            (Imports imports, TimeProvider clock) =>
                Results.Json(ImportProgress.Of(imports.Recent(), clock.GetUtcNow()))
        );
        setup.MapPost("/upload", Upload.ReceiveAsync).DisableAntiforgery();
    }
}
