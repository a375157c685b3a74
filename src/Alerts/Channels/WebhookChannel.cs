using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Outlay.Kernel;

namespace Outlay.Alerts.Channels;

/// <summary>
/// Any program that takes a POST of JSON. Each request is signed, so that the program knows who sent it: the header
/// <c>Outlay-Signature</c> is <c>t=SECONDS,v1=HEX</c>, where HEX is HMAC-SHA256 of <c>SECONDS.BODY</c> by the secret.
/// </summary>
internal sealed class WebhookChannel(TimeProvider time) : IAlertChannel
{
    private const string SignatureHeader = "Outlay-Signature";
    private const int ShortestSecret = 16;

    private static readonly SettingField Address = new(
        "url",
        "Address",
        "Where the JSON is posted to; https, or http on this machine."
    )
    {
        Kind = FieldKind.Address,
        IsRequired = true,
        Example = "https://hooks.example.com/outlay",
    };

    private static readonly SettingField Secret = new(
        "secret",
        "Secret",
        "Signs each request (header Outlay-Signature); at least 16 characters. Kept encrypted and never shown again."
    )
    {
        Kind = FieldKind.Secret,
        IsRequired = true,
    };

    public string Kind => "webhook";

    public string Title => "Webhook";

    public string Summary =>
        "A signed POST of JSON to a program of your own, such as an incident system.";

    public IReadOnlyList<SettingField> Fields { get; } = [Address, Secret];

    public IReadOnlyList<Problem> Check(SettingValues settings) =>
        settings[Secret.Name] is { Length: < ShortestSecret }
            ?
            [
                new Problem(
                    ProblemKind.Invalid,
                    "The secret is too short to protect anything.",
                    $"Write at least {ShortestSecret} characters, such as from: openssl rand -hex 24.",
                    Secret.Name
                ),
            ]
            : [];

    public Task<Result<string>> SendAsync(
        SettingValues settings,
        AlertMessage message,
        CancellationToken cancellationToken
    )
    {
        var body = WebCall.Json(
            new
            {
                title = message.Title,
                link = message.Link,
                alerts = message.Lines.Select(l => new
                {
                    kind = l.Kind,
                    severity = l.Severity.ToString().ToLowerInvariant(),
                    title = l.Title,
                    cause = l.Cause,
                    link = l.Link,
                }),
            }
        );
        var seconds = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return WebCall.PostAsync(
            settings[Address.Name]!,
            body,
            [new(SignatureHeader, $"t={seconds},v1={Sign(settings[Secret.Name]!, seconds, body)}")],
            cancellationToken
        );
    }

    private static string Sign(string secret, string seconds, string body) =>
        Convert.ToHexStringLower(
            HMACSHA256.HashData(
                Encoding.UTF8.GetBytes(secret),
                Encoding.UTF8.GetBytes($"{seconds}.{body}")
            )
        );
}
