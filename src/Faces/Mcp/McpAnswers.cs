using System.Text.Json;
using System.Text.Json.Schema;
using ModelContextProtocol.Protocol;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Mcp;

/// <summary>Answers of tools: a value with a text that sums it up, or a problem with what to do about it.</summary>
internal static class McpAnswers
{
    /// <summary>What a tool says that changes nothing.</summary>
    public static ToolAnnotations Reads =>
        new()
        {
            ReadOnlyHint = true,
            IdempotentHint = true,
            OpenWorldHint = false,
        };

    public static CallToolResult Of<T>(T value, string text) =>
        new()
        {
            Content = [new TextContentBlock { Text = text }],
            StructuredContent = JsonSerializer.SerializeToElement(value, CostTableDocument.Json),
        };

    /// <summary>The arguments of a call as one object.</summary>
    public static JsonElement Arguments(CallToolRequestParams call) =>
        JsonSerializer.SerializeToElement(
            call.Arguments ?? new Dictionary<string, JsonElement>(StringComparer.Ordinal)
        );

    /// <summary>The schema of an answer.</summary>
    public static JsonElement Schema<T>() =>
        JsonSerializer.SerializeToElement(
            CostTableDocument.Json.GetJsonSchemaAsNode(
                typeof(T),
                new() { TreatNullObliviousAsNonNullable = true }
            )
        );

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
