using Outlay.Kernel;

namespace Outlay.Alerts.Channels;

/// <summary>A Slack channel, by an incoming webhook.</summary>
/// <remarks>https://api.slack.com/messaging/webhooks, https://api.slack.com/reference/surfaces/formatting</remarks>
internal sealed class SlackChannel : IAlertChannel
{
    // Slack takes 50 blocks of 3,000 characters; the list has the rest.
    private const int MostLines = 20;

    public string Kind => "slack";

    public string Title => "Slack";

    public string Summary => "An incoming webhook of a Slack app, which writes to one channel.";

    public IReadOnlyList<SettingField> Fields { get; } =
    [
        WebhookAddress.Field(
            "In Slack: your app, Incoming Webhooks, Add New Webhook to Workspace. Kept encrypted and never shown again."
        ),
    ];

    public IReadOnlyList<Problem> Check(SettingValues settings) => WebhookAddress.Check(settings);

    public Task<Result<string>> SendAsync(
        SettingValues settings,
        AlertMessage message,
        CancellationToken cancellationToken
    )
    {
        var shown = message.Lines.Take(MostLines).Select(l => Section(Line(l)));
        var rest = message.Lines.Count - MostLines;
        var more = rest > 0 ? $"and {rest} more: " : "";
        return WebCall.PostAsync(
            settings[WebhookAddress.Name]!,
            WebCall.Json(
                new
                {
                    text = Escaped(message.Title),
                    blocks = (object[])
                        [.. shown, Section($"{more}<{message.Link}|All alerts in Outlay>")],
                }
            ),
            [],
            cancellationToken
        );
    }

    private static string Line(AlertLine line) =>
        $"{Mark(line.Severity)} *<{line.Link}|{Escaped(line.Title)}>*\n{Escaped(line.Cause)}";

    private static string Mark(AlertSeverity severity) =>
        severity switch
        {
            AlertSeverity.Critical => ":red_circle:",
            AlertSeverity.Warning => ":large_yellow_circle:",
            _ => ":information_source:",
        };

    private static object Section(string text) =>
        new { type = "section", text = new { type = "mrkdwn", text } };

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal)
            .Replace(">", "&gt;", StringComparison.Ordinal);
}
