using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Api.Alerts;
using Outlay.Api.Anomalies;
using Outlay.Api.Budgets;
using Outlay.Api.Changes;
using Outlay.Api.Connections;
using Outlay.Api.Costs;
using Outlay.Api.Dimensions;
using Outlay.Api.Forecasts;
using Outlay.Api.Optimization;
using Outlay.Query;

namespace Outlay.Api;

/// <summary>Composes the REST API under <c>/api/v1</c>.</summary>
public static class ApiFace
{
    /// <summary>Root of the API.</summary>
    public const string Root = "/api/v1";

    /// <summary>Registers what the API needs.</summary>
    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(o =>
            o.SerializerOptions.NumberHandling = CostTableDocument.Json.NumberHandling
        );
        services.AddProblemDetails();
        services.AddOpenApi("v1", ApiDescription.Configure);
        return services;
    }

    /// <summary>Maps the endpoints and the OpenAPI document.</summary>
    public static WebApplication MapApi(this WebApplication app)
    {
        app.UseWhen(
            context =>
                context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase),
            api =>
            {
                api.UseExceptionHandler();
                api.UseStatusCodePages();
            }
        );
        var group = app.MapGroup(Root).WithTags("Costs").ProducesValidationProblems();
        group.MapCosts();
        group.MapDimensions();
        group.MapConnections();
        group.MapChanges();
        group.MapBudgets();
        group.MapForecasts();
        group.MapAnomalies();
        group.MapAlerts();
        group.MapOptimization();
        group.MapPriceLists();
        app.MapOpenApi($"{Root}/openapi.json").ExcludeFromDescription();
        app.Map("/api/{**rest}", (string? rest) => ApiProblems.NoSuchAddress(rest))
            .ExcludeFromDescription();
        return app;
    }

    private static RouteGroupBuilder ProducesValidationProblems(this RouteGroupBuilder group)
    {
        group.ProducesProblem(StatusCodes.Status400BadRequest);
        group.ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        return group;
    }
}
