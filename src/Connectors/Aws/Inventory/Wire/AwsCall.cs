using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amazon.Runtime.Signing;

namespace Outlay.Connectors.Aws.Inventory.Wire;

/// <summary>A call to be made, as often as it takes: a message can be sent only once, and this makes another.</summary>
/// <param name="Api">The service.</param>
/// <param name="Operation">The permission that it needs, without the service.</param>
internal sealed record AwsCall(AwsApi Api, string Operation)
{
    /// <summary>Method.</summary>
    public HttpMethod Method { get; private init; } = HttpMethod.Post;

    /// <summary>Path and query, escaped.</summary>
    public string Path { get; private init; } = "/";

    /// <summary>What is sent.</summary>
    public byte[] Body { get; private init; } = [];

    /// <summary>Type of what is sent, without a charset: services compare it to the letter.</summary>
    public string? ContentType { get; private init; }

    /// <summary>Name and target of the operation in the JSON protocols.</summary>
    public string? Target { get; private init; }

    /// <summary>What AWS charges for it when it works, US dollars.</summary>
    public decimal PriceUsd { get; init; }

    /// <summary>Service and permission, such as <c>ec2:DescribeInstances</c>.</summary>
    public string Name => $"{Api.Permission}:{Operation}";

    /// <summary>A call by form.</summary>
    public static AwsCall Form(
        AwsApi api,
        string action,
        params IEnumerable<(string Name, string? Value)> parameters
    )
    {
        var form = new StringBuilder($"Action={action}&Version={api.Version}");
        foreach (var (name, value) in parameters)
        {
            if (value is not null)
            {
                form.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }

        return new AwsCall(api, action)
        {
            Body = Encoding.UTF8.GetBytes(form.ToString()),
            ContentType = "application/x-www-form-urlencoded",
        };
    }

    /// <summary>A call by JSON.</summary>
    public static AwsCall Json(AwsApi api, string operation, object body) =>
        new(api, operation)
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(body),
            ContentType = $"application/x-amz-json-{api.JsonVersion}",
            Target = $"{api.Version}.{operation}",
        };

    /// <summary>A call of a path.</summary>
    public static AwsCall Get(AwsApi api, string operation, string path) =>
        new(api, operation) { Method = HttpMethod.Get, Path = path };

    /// <summary>A call of a path, with JSON.</summary>
    public static AwsCall Post(AwsApi api, string operation, string path, object body) =>
        new(api, operation)
        {
            Path = path,
            Body = JsonSerializer.SerializeToUtf8Bytes(body),
            ContentType = "application/json",
        };

    /// <summary>A message that makes the call.</summary>
    public HttpRequestMessage Message(Uri address, string region)
    {
        var message = new HttpRequestMessage(
            Method,
            new Uri(address.GetLeftPart(UriPartial.Authority) + Path)
        );
        message.Options.Set(new(SigV4SigningHandler.ServiceOptionKey), Api.Signing);
        message.Options.Set(new(SigV4SigningHandler.RegionOptionKey), region);
        if (ContentType is not null)
        {
            message.Content = new ByteArrayContent(Body);
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        }

        if (Target is not null)
        {
            message.Headers.Add("X-Amz-Target", Target);
        }

        if (Api == AwsApi.S3)
        {
            message.Headers.Add(
                "x-amz-content-sha256",
                Convert.ToHexStringLower(SHA256.HashData(Body))
            );
        }

        return message;
    }
}
