using System.Globalization;
using ModelContextProtocol.Protocol;
using Outlay.Forecast.Outlook;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Mcp;

/// <summary>The tool <c>forecast_costs</c>: what periods will come to.</summary>
internal sealed class ForecastTool(CloudForecasts forecasts) : ITool
{
    public Tool Description { get; } =
        new()
        {
            Name = "forecast_costs",
            Title = "Forecast cloud costs",
            Description =
                "What this month, the next month, this quarter and this year will come to, with the range that held four of five times, by cloud and by day, and how good such forecasts were. Of one currency and any filter.",
            InputSchema = CostQuerySchema.Scope,
            OutputSchema = McpAnswers.Schema<ForecastDocument>(),
            Annotations = McpAnswers.Reads,
        };

    public async ValueTask<CallToolResult> CallAsync(
        CallToolRequestParams call,
        CancellationToken cancellationToken
    )
    {
        var unknown = (
            call.Arguments ?? new Dictionary<string, System.Text.Json.JsonElement>()
        ).Keys.FirstOrDefault(k => !CostQueryJson.ScopeFields.Contains(k, StringComparer.Ordinal));
        if (unknown is not null)
        {
            return McpAnswers.Failed(
                new(
                    ProblemKind.Invalid,
                    $"'{unknown}' is not a field of a forecast.",
                    $"Fields are {string.Join(", ", CostQueryJson.ScopeFields)}.",
                    unknown
                )
            );
        }

        var given = CostQueryJson.Read(McpAnswers.Arguments(call));
        if (!given.IsOk)
        {
            return McpAnswers.Failed(given.Problem);
        }

        var scope = forecasts.InOneCurrency(given.Value);
        var forecast = await forecasts.ReadAsync(scope, [], cancellationToken);
        return forecast.Match(f => Answer(ForecastDocument.Of(scope, f)), McpAnswers.Failed);
    }

    private static CallToolResult Answer(ForecastDocument document) =>
        McpAnswers.Of(
            document,
            string.Join(
                '\n',
                document
                    .Periods.Select(p =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{p.From:yyyy-MM-dd}..{p.To:yyyy-MM-dd}: {p.Forecast:N2} {document.Currency}, 80 % between {p.Low:N2} and {p.High:N2}; {p.Actual:N2} so far"
                        )
                    )
                    .Append(
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"The last complete day is {document.CompleteThrough:yyyy-MM-dd}."
                        )
                    )
            )
        );
}
