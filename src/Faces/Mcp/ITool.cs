using ModelContextProtocol.Protocol;

namespace Outlay.Mcp;

/// <summary>Something that an agent can ask. A new one gets its line in <see cref="McpFace.AddMcpFace"/>.</summary>
internal interface ITool
{
    /// <summary>Its name, meaning, input and output.</summary>
    Tool Description { get; }

    /// <summary>Answers a call; what is wrong with it is an answer too.</summary>
    ValueTask<CallToolResult> CallAsync(
        CallToolRequestParams call,
        CancellationToken cancellationToken
    );
}
