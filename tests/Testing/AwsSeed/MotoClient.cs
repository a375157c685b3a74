using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;

namespace Outlay.Testing.AwsSeed;

/// <summary>Asks moto as an account: it checks no signature and reads service, region and account off the credential.</summary>
public sealed class MotoClient(string address, string accessKey = "AKIATEST") : IDisposable
{
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromMinutes(2) };

    public void Dispose() => _http.Dispose();

    /// <summary>A call by form; the answer without its namespaces.</summary>
    public async Task<XElement> FormAsync(
        string service,
        string region,
        string version,
        string action,
        params (string Name, string Value)[] parameters
    )
    {
        var form = new StringBuilder($"Action={action}&Version={version}");
        foreach (var (name, value) in parameters)
        {
            form.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        var text = await SendAsync(
            HttpMethod.Post,
            "/",
            service,
            region,
            Encoding.UTF8.GetBytes(form.ToString()),
            "application/x-www-form-urlencoded"
        );
        var root = XDocument.Parse(text).Root!;
        foreach (var element in root.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
        }

        return root;
    }

    public Task<XElement> Ec2Async(
        string region,
        string action,
        params (string Name, string Value)[] parameters
    ) => FormAsync("ec2", region, "2016-11-15", action, parameters);

    /// <summary>A call by JSON with a target.</summary>
    public async Task<JsonElement> JsonAsync(
        string service,
        string region,
        string target,
        object body
    )
    {
        var text = await SendAsync(
            HttpMethod.Post,
            "/",
            service,
            region,
            JsonSerializer.SerializeToUtf8Bytes(body),
            "application/x-amz-json-1.1",
            target
        );
        using var json = JsonDocument.Parse(text.Length == 0 ? "{}" : text);
        return json.RootElement.Clone();
    }

    /// <summary>A call of a path.</summary>
    public Task<string> RestAsync(
        HttpMethod method,
        string path,
        string service,
        string region,
        byte[] body,
        string type = "application/json"
    ) => SendAsync(method, path, service, region, body, type);

    /// <summary>The client of another account, by the role that its owner lets be assumed.</summary>
    public async Task<MotoClient> OfAccountAsync(string account)
    {
        var answer = await FormAsync(
            "sts",
            "us-east-1",
            "2011-06-15",
            "AssumeRole",
            ("RoleArn", $"arn:aws:iam::{account}:role/OutlayReader"),
            ("RoleSessionName", "seed")
        );
        return new MotoClient(address, answer.Descendants("AccessKeyId").Single().Value);
    }

    private async Task<string> SendAsync(
        HttpMethod method,
        string path,
        string service,
        string region,
        byte[] body,
        string type,
        string? target = null
    )
    {
        using var message = new HttpRequestMessage(method, address + path);
        message.Content = new ByteArrayContent(body);
        message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        message.Headers.TryAddWithoutValidation(
            "Authorization",
            string.Create(
                CultureInfo.InvariantCulture,
                $"AWS4-HMAC-SHA256 Credential={accessKey}/20260101/{region}/{service}/aws4_request, SignedHeaders=host, Signature=0"
            )
        );
        if (target is not null)
        {
            message.Headers.Add("X-Amz-Target", target);
        }

        using var answer = await _http.SendAsync(message);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode
            ? text
            : throw new InvalidOperationException(
                $"{service} {target ?? path} {(int)answer.StatusCode}: {text}"
            );
    }
}
