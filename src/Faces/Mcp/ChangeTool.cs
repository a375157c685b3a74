using System.Globalization;
using ModelContextProtocol.Protocol;
using Outlay.Anomalies.Changes;
using Outlay.Query;

namespace Outlay.Mcp;

/// <summary>The tool <c>explain_change</c>: why a period cost more or less than another.</summary>
internal sealed class ChangeTool(ChangeQueries queries) : ITool
{
    private const int MostGroups = 10;

    public Tool Description { get; } =
        new()
        {
            Name = "explain_change",
            Title = "Explain a change of cost",
            Description =
                "Why a period cost more or less than another: new, gone, usage, mix, public price, negotiated discount, commitments, credits, tax and one-off parts that add up to the change exactly, in all, by group and by SKU. "
                + "Compares with the period before unless compare is given; size is the most groups and SKUs to give; grain, top, sort and page play no part.",
            InputSchema = CostQuerySchema.Element,
            OutputSchema = McpAnswers.Schema<ChangeDocument>(),
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

        var report = await queries.ReadAsync(query.Value, cancellationToken);
        return report.Match(
            r => McpAnswers.Of(ChangeDocument.Of(r), string.Join('\n', Lines(r))),
            McpAnswers.Failed
        );
    }

    private static IEnumerable<string> Lines(ChangeReport report)
    {
        yield return $"{CostWords.Metrics.Of(report.Query.Metric)} cost, {report.Range}, compared with {report.PriorRange}";
        foreach (var change in report.Currencies)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{change.Whole.Before:N2} to {change.Whole.After:N2} {change.Currency}, change {change.Whole.Difference:+#,##0.00;-#,##0.00;0.00}: {Causes(change.Whole.Parts)}"
            );
            foreach (
                var group in change
                    .Groups.Where(g => g.Keys.Count > 0 && !g.IsRest)
                    .Take(MostGroups)
            )
            {
                yield return string.Create(
                    CultureInfo.InvariantCulture,
                    $"{string.Join(" / ", group.Keys.Select(k => k ?? "(none)"))}: {group.Difference:+#,##0.00;-#,##0.00;0.00} ({Causes(group.Parts)})"
                );
            }
        }
    }

    private static string Causes(ChangeParts parts) =>
        string.Join(
            ", ",
            ChangeCause
                .All.Where(c => Math.Round(c.Of(parts), 2) != 0)
                .Select(c =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{c.Name.ToLowerInvariant()} {c.Of(parts):+#,##0.00;-#,##0.00}"
                    )
                )
        );
}
