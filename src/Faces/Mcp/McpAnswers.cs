using System.Text.Json;
using ModelContextProtocol.Protocol;
using Outlay.Kernel;

namespace Outlay.Mcp;

/// <summary>Answers of tools: a value with a text that sums it up, or a problem with what to do about it.</summary>
internal static class McpAnswers
{
    public static CallToolResult Of(JsonElement value, string text) =>
        new() { Content = [new TextContentBlock { Text = text }], StructuredContent = value };

    public static CallToolResult Failed(Problem problem) =>
        new()
        {
            IsError = true,
            Content =
            [
                new TextContentBlock
                {
                    Text = problem.Field is null
                        ? problem.ToString()
                        : $"{problem} (field: {problem.Field})",
                },
            ],
        };
}
