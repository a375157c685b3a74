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
        services.AddSingleton<CostTool>();
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
                    "Cloud costs of this organisation. Ask query_costs; amounts are exact, and currencies are never added.";
            })
            .WithHttpTransport(options => options.SessionMode = HttpServerSessionMode.Stateless)
            .WithListToolsHandler(
                (_, _) =>
                    ValueTask.FromResult(new ListToolsResult { Tools = [CostTool.Description] })
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
        var tool =
            request.Services?.GetRequiredService<CostTool>()
            ?? throw new InvalidOperationException("The request has no services.");
        return request.Params?.Name == CostTool.Description.Name
            ? await tool.CallAsync(request.Params, cancellationToken)
            : McpAnswers.Failed(
                new(
                    Kernel.ProblemKind.NotFound,
                    $"There is no tool '{request.Params?.Name}'.",
                    $"Use {CostTool.Description.Name}."
                )
            );
    }
}
