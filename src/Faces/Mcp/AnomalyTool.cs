using System.Globalization;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using Outlay.Anomalies.Watch;
using Outlay.Kernel;

namespace Outlay.Mcp;

/// <summary>The tool <c>list_anomalies</c>: cost that nothing explains.</summary>
internal sealed class AnomalyTool(AnomalyBook book) : ITool
{
    public Tool Description { get; } =
        new()
        {
            Name = "list_anomalies",
            Title = "List cost anomalies",
            Description =
                "Cost of the last sixty days that no calendar, weekday or level explains: one event each, with its days, what was expected, where it comes from, and what people said of it. Those that nobody dealt with come first.",
            InputSchema = JsonSerializer.SerializeToElement(
                new { type = "object", additionalProperties = false }
            ),
            OutputSchema = McpAnswers.Schema<AnomalyList>(),
            Annotations = McpAnswers.Reads,
        };

    public ValueTask<CallToolResult> CallAsync(
        CallToolRequestParams call,
        CancellationToken cancellationToken
    )
    {
        if (call.Arguments?.Keys.FirstOrDefault() is { } unknown)
        {
            return ValueTask.FromResult(
                McpAnswers.Failed(
                    new(
                        ProblemKind.Invalid,
                        $"'{unknown}' is not a field.",
                        "There are none.",
                        unknown
                    )
                )
            );
        }

        var all = book.All().Select(AnomalyDocument.Of).ToList();
        var text =
            all.Count == 0
                ? "Nothing unusual in the last sixty days."
                : string.Join('\n', all.Select(Line));
        return ValueTask.FromResult(McpAnswers.Of(new AnomalyList(all), text));
    }

    private static string Line(AnomalyDocument anomaly) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{anomaly.Name}: {anomaly.Excess:+#,##0.00;-#,##0.00} {anomaly.Currency} beyond expected, {anomaly.From:yyyy-MM-dd}..{anomaly.To:yyyy-MM-dd}, {anomaly.State}{(anomaly.IsRunning ? ", runs" : "")}{(anomaly.Causes.Count > 0 ? $"; {anomaly.Causes[0].Share:0 %} from {anomaly.Causes[0].Words}" : "")}"
        );
}

/// <summary>The answer of the tool: protocol answers are objects.</summary>
/// <param name="Anomalies">The anomalies.</param>
internal sealed record AnomalyList(IReadOnlyList<AnomalyDocument> Anomalies);
