using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Outlay.Connectors.Tests.Aws.Inventory;

/// <summary>Checks a signature of version 4 as AWS would, from the request as it came.</summary>
/// <remarks>https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html</remarks>
internal static class Signature
{
    public static bool IsValid(HttpListenerRequest request, byte[] body, string secret)
    {
        var given = (request.Headers["Authorization"] ?? "").Replace("AWS4-HMAC-SHA256 ", "");
        var parts = given
            .Split(',', StringSplitOptions.TrimEntries)
            .Select(p => p.Split('=', 2))
            .ToDictionary(p => p[0], p => p[1]);
        var scope = parts["Credential"].Split('/', 2)[1];
        var names = parts["SignedHeaders"].Split(';');
        var raw = request.RawUrl!.Split('?', 2);
        var isS3 = scope.Contains("/s3/", StringComparison.Ordinal);
        var canonical = string.Join(
            '\n',
            [
                request.HttpMethod,
                string.Join('/', raw[0].Split('/').Select(s => isS3 ? s : Uri.EscapeDataString(s))),
                string.Join(
                    '&',
                    (raw.Length > 1 ? raw[1].Split('&') : []).Order(StringComparer.Ordinal)
                ),
                .. names.Select(n => $"{n}:{request.Headers[n]!.Trim()}"),
                "",
                parts["SignedHeaders"],
                request.Headers["x-amz-content-sha256"] ?? Hex(SHA256.HashData(body)),
            ]
        );
        var key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (var part in scope.Split('/'))
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part));
        }

        var text =
            $"AWS4-HMAC-SHA256\n{request.Headers["X-Amz-Date"]}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        return names.Contains("host")
            && names.Contains("x-amz-date")
            && Hex(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text))) == parts["Signature"];
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
