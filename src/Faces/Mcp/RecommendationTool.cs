using System.Globalization;
using System.Text.Json;
using ModelContextProtocol.Protocol;
using Outlay.Kernel;
using Outlay.Optimization.Findings;

namespace Outlay.Mcp;

/// <summary>The tool <c>list_recommendations</c>: what to change and what it saves.</summary>
internal sealed class RecommendationTool(FindingBook book) : ITool
{
    private const int Most = 50;

    public Tool Description { get; } =
        new()
        {
            Name = "list_recommendations",
            Title = "List recommendations that save money",
            Description =
                "What to change in the clouds, the largest net saving first, at most fifty: cost and saving a month, evidence, risk, effort and commands. The sums count no dollar twice.",
            InputSchema = JsonSerializer.SerializeToElement(
                new
                {
                    type = "object",
                    properties = new
                    {
                        category = new { type = "string", @enum = FindingWords.CategoryWords },
                        state = new { type = "string", @enum = FindingWords.StateWords },
                    },
                    additionalProperties = false,
                }
            ),
            OutputSchema = McpAnswers.Schema<FindingPageDocument>(),
            Annotations = McpAnswers.Reads,
        };

    public ValueTask<CallToolResult> CallAsync(
        CallToolRequestParams call,
        CancellationToken cancellationToken
    ) => ValueTask.FromResult(Answer(call));

    private CallToolResult Answer(CallToolRequestParams call)
    {
        var fields = call.Arguments ?? new Dictionary<string, JsonElement>();
        var unknown = fields.Keys.FirstOrDefault(k => k is not ("category" or "state"));
        if (unknown is not null)
        {
            return McpAnswers.Failed(
                new(
                    ProblemKind.Invalid,
                    $"'{unknown}' is not a field.",
                    "Write category or state.",
                    unknown
                )
            );
        }

        var category = FindingWords.ReadCategory(Text(fields, "category"));
        var state = FindingWords.ReadState(Text(fields, "state"));
        if ((category.Problem ?? state.Problem) is { } problem)
        {
            return McpAnswers.Failed(problem);
        }

        var page = book.Page(
            new FindingQuery
            {
                Category = category.Value,
                State = state.Value,
                Limit = Most,
            }
        );
        var text = page.Count == 0 ? "There is none." : string.Join('\n', page.Rows.Select(Line));
        return McpAnswers.Of(FindingPageDocument.Of(page), text);
    }

    private static string? Text(IDictionary<string, JsonElement> fields, string name) =>
        fields.TryGetValue(name, out var value) ? value.ToString() : null;

    private static string Line(Finding finding) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{finding.Id}. {finding.Recommendation.Title} ({finding.Recommendation.Subject.Label}, {finding.Recommendation.Subject.AccountId}): {finding.Net:#,##0.00} of {finding.Recommendation.MonthlyCost:#,##0.00} {finding.Recommendation.Currency} a month, risk {finding.Recommendation.Risk} of 4. {finding.Recommendation.Why}"
        );
}
