using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Outlay.Inventory.Calls;

namespace Outlay.Connectors.Aws.Inventory.Wire;

/// <summary>Reads what AWS says of a call that failed, in any of its protocols.</summary>
internal static class AwsFailure
{
    private const int LongestMessage = 500;

    public static async Task<AwsCallException> OfAsync(
        AwsCall call,
        HttpResponseMessage answer,
        CancellationToken cancellationToken
    )
    {
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        var (code, message) = body.TrimStart() switch
        {
            ['{', ..] => OfJson(body),
            ['<', ..] => OfXml(body),
            _ => (null, null),
        };
        if (answer.Headers.TryGetValues("x-amzn-ErrorType", out var types))
        {
            code = types.First();
        }

        return new AwsCallException(
            call.Name,
            Bare(code ?? ""),
            Short(message ?? $"AWS answers {(int)answer.StatusCode}."),
            answer.StatusCode
        )
        {
            RetryAfter = answer.Headers.RetryAfter?.Delta,
        };
    }

    private static (string? Code, string? Message) OfJson(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            return (
                root.Text("__type") ?? root.Text("code") ?? root.Text("Code"),
                root.Text("message") ?? root.Text("Message") ?? root.Text("errorMessage")
            );
        }
        catch (JsonException)
        {
            return (null, null);
        }
    }

    private static (string? Code, string? Message) OfXml(string body)
    {
        try
        {
            var root = XDocument.Parse(body).Root!;
            return (root.Anywhere("Code"), root.Anywhere("Message"));
        }
        catch (XmlException)
        {
            return (null, null);
        }
    }

    // Some put a namespace before it, some an address behind.
    private static string Bare(string code) => code.Split('#')[^1].Split(':')[0].Trim();

    private static string Short(string message) =>
        message.Length <= LongestMessage ? message : message[..LongestMessage] + "…";
}
