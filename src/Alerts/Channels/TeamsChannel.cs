using Outlay.Kernel;

namespace Outlay.Alerts.Channels;

/// <summary>A channel of Microsoft Teams, by a workflow that posts what comes to its webhook.</summary>
/// <remarks>https://adaptivecards.io/explorer/, https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors</remarks>
internal sealed class TeamsChannel : IAlertChannel
{
    // Teams refuses messages of more than 28 kB; the list has the rest.
    private const int MostLines = 15;

    public string Kind => "teams";

    public string Title => "Microsoft Teams";

    public string Summary =>
        "A workflow of a Teams channel: Post to a channel when a webhook request is received.";

    public IReadOnlyList<SettingField> Fields { get; } =
    [
        WebhookAddress.Field(
            "In Teams: the channel's menu, Workflows, Post to a channel when a webhook request is received. Kept encrypted and never shown again."
        ),
    ];

    public IReadOnlyList<Problem> Check(SettingValues settings) => WebhookAddress.Check(settings);

    public Task<Result<string>> SendAsync(
        SettingValues settings,
        AlertMessage message,
        CancellationToken cancellationToken
    ) =>
        WebCall.PostAsync(
            settings[WebhookAddress.Name]!,
            WebCall.Json(
                new
                {
                    type = "message",
                    attachments = new[]
                    {
                        new
                        {
                            contentType = "application/vnd.microsoft.card.adaptive",
                            content = Card(message),
                        },
                    },
                }
            ),
            [],
            cancellationToken
        );

    private static Dictionary<string, object> Card(AlertMessage message) =>
        new(StringComparer.Ordinal)
        {
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["type"] = "AdaptiveCard",
            ["version"] = "1.4",
            ["body"] = (object[])[.. message.Lines.Take(MostLines).SelectMany(Blocks)],
            ["actions"] = new[]
            {
                new
                {
                    type = "Action.OpenUrl",
                    title = message.Lines.Count > MostLines
                        ? $"All {message.Lines.Count} alerts in Outlay"
                        : "All alerts in Outlay",
                    url = message.Link.ToString(),
                },
            },
        };

    private static IEnumerable<object> Blocks(AlertLine line)
    {
        yield return new
        {
            type = "TextBlock",
            text = $"[{Plain(line.Title)}]({line.Link})",
            weight = "Bolder",
            wrap = true,
            color = Color(line.Severity),
        };
        yield return new
        {
            type = "TextBlock",
            text = Plain(line.Cause),
            wrap = true,
            spacing = "None",
        };
    }

    private static string Color(AlertSeverity severity) =>
        severity switch
        {
            AlertSeverity.Critical => "Attention",
            AlertSeverity.Warning => "Warning",
            _ => "Default",
        };

    // Text blocks read a little Markdown.
    private static string Plain(string text) =>
        string.Concat(text.Select(c => c is '[' or ']' or '*' or '_' or '\\' ? $"\\{c}" : $"{c}"));
}
