using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.AspNetCore;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Outlay.Mcp;

/// <summary>Composes the MCP server at <c>/mcp</c>: what an agent can ask.</summary>
public static class McpFace
{
    /// <summary>Where it listens.</summary>
    public const string Address = "/mcp";

    private const int MaxBody = 256 * 1024;

    /// <summary>Registers the server and its tools.</summary>
    public static IServiceCollection AddMcpFace(this IServiceCollection services)
    {
        services.AddSingleton<ITool, CostTool>();
        services.AddSingleton<ITool, ChangeTool>();
        services.AddSingleton<ITool, ForecastTool>();
        services.AddSingleton<ITool, AnomalyTool>();
        services.AddSingleton<ITool, RecommendationTool>();
        services
            .AddMcpServer(options =>
            {
                options.ServerInfo = new Implementation
                {
                    Name = "outlay",
                    Title = "Outlay",
                    Version = typeof(McpFace).Assembly.GetName().Version?.ToString(3) ?? "0",
                };
                options.ServerInstructions =
                    "Cloud costs of this organisation. query_costs says how much, explain_change why a period differs from another, forecast_costs what periods will come to, list_anomalies what nothing explains, list_recommendations what to change to save money. Amounts that were billed are exact, and currencies are never added.";
            })
            .WithHttpTransport(options => options.SessionMode = HttpServerSessionMode.Stateless)
            .WithListToolsHandler(
                (request, _) =>
                    ValueTask.FromResult(
                        new ListToolsResult
                        {
                            Tools = [.. Tools(request).Select(t => t.Description)],
                        }
                    )
            )
            .WithCallToolHandler(CallAsync);
        return services;
    }

    /// <summary>Maps the endpoint.</summary>
    public static WebApplication MapMcpFace(this WebApplication app)
    {
        app.MapMcp(Address).WithMetadata(new RequestSizeLimitAttribute(MaxBody));
        return app;
    }

    private static async ValueTask<CallToolResult> CallAsync(
        RequestContext<CallToolRequestParams> request,
        CancellationToken cancellationToken
    )
    {
        var tools = Tools(request);
        var tool = tools.FirstOrDefault(t => t.Description.Name == request.Params?.Name);
        return tool is not null
            ? await tool.CallAsync(request.Params!, cancellationToken)
            : McpAnswers.Failed(
                new(
                    Kernel.ProblemKind.NotFound,
                    $"There is no tool '{request.Params?.Name}'.",
                    $"Use {string.Join(", ", tools.Select(t => t.Description.Name))}."
                )
            );
    }

    private static List<ITool> Tools<T>(RequestContext<T> request) =>
        [
            .. request.Services?.GetServices<ITool>()
                ?? throw new InvalidOperationException("The request has no services."),
        ];
}
