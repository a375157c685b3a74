using ModelContextProtocol.Client;

namespace Outlay.Faces.Tests;

/// <summary>A real MCP client over HTTP.</summary>
internal static class McpConnection
{
    public static Task<McpClient> OpenAsync(HttpClient client) =>
        McpClient.CreateAsync(
            new HttpClientTransport(
                new HttpClientTransportOptions
                {
                    Endpoint = new Uri(client.BaseAddress!, "mcp"),
                    TransportMode = HttpTransportMode.StreamableHttp,
                }
            ),
            cancellationToken: TestContext.Current.CancellationToken
        );
}
