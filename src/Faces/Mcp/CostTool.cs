using ModelContextProtocol.Protocol;
using Outlay.Query;

namespace Outlay.Mcp;

/// <summary>The tool <c>query_costs</c>: the cost query's JSON form in, the cost table out.</summary>
internal sealed class CostTool(IQueryEngine engine) : ITool
{
    public Tool Description { get; } =
        new()
        {
            Name = "query_costs",
            Title = "Query cloud costs",
            Description =
                "How much was spent over a time range, split by up to three dimensions, filtered, and compared with another period. "
                + "Every field is optional; without any it gives the month to date by day. Give grain none when only sums matter.",
            InputSchema = CostQuerySchema.Element,
            OutputSchema = McpAnswers.Schema<CostTableDocument>(),
            Annotations = McpAnswers.Reads,
        };

    public async ValueTask<CallToolResult> CallAsync(
        CallToolRequestParams call,
        CancellationToken cancellationToken
    )
    {
        var query = CostQueryJson.Read(McpAnswers.Arguments(call));
        if (!query.IsOk)
        {
            return McpAnswers.Failed(query.Problem);
        }

        var table = await engine.RunAsync(query.Value, cancellationToken);
        return table.Match(
            t => McpAnswers.Of(CostTableDocument.Of(t), CostSummary.Of(t)),
            McpAnswers.Failed
        );
    }
}
