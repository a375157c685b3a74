using System.Net;
using System.Text;

namespace Outlay.Alerts.Channels;

/// <summary>Alerts as the two bodies of a mail.</summary>
internal static class EmailText
{
    public static string Plain(AlertMessage message)
    {
        var text = new StringBuilder();
        foreach (var line in message.Lines)
        {
            text.Append(Word(line.Severity)).Append(": ").Append(line.Title).Append("\r\n");
            text.Append(line.Cause).Append("\r\n").Append(line.Link).Append("\r\n\r\n");
        }

        return text.Append("All alerts: ").Append(message.Link).Append("\r\n").ToString();
    }

    public static string Html(AlertMessage message)
    {
        var text = new StringBuilder(
            "<!doctype html><html><body style=\"font:15px/1.5 system-ui,sans-serif;color:#1b1f24;margin:24px;max-width:640px\">"
        );
        foreach (var line in message.Lines)
        {
            text.Append("<div style=\"border-left:4px solid ")
                .Append(Color(line.Severity))
                .Append(
                    ";padding:2px 0 2px 12px;margin:0 0 16px\"><a style=\"color:#0b57d0;font-weight:600\" href=\""
                )
                .Append(WebUtility.HtmlEncode(line.Link.ToString()))
                .Append("\">")
                .Append(WebUtility.HtmlEncode(line.Title))
                .Append("</a><br>")
                .Append(WebUtility.HtmlEncode(line.Cause))
                .Append("</div>");
        }

        return text.Append("<p><a style=\"color:#0b57d0\" href=\"")
            .Append(WebUtility.HtmlEncode(message.Link.ToString()))
            .Append("\">All alerts in Outlay</a></p></body></html>")
            .ToString();
    }

    private static string Word(AlertSeverity severity) =>
        severity switch
        {
            AlertSeverity.Critical => "Critical",
            AlertSeverity.Warning => "Warning",
            _ => "Info",
        };

    private static string Color(AlertSeverity severity) =>
        severity switch
        {
            AlertSeverity.Critical => "#c5221f",
            AlertSeverity.Warning => "#b06000",
            _ => "#5f6368",
        };
}
