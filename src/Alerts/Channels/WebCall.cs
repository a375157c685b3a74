using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Outlay.Kernel;

namespace Outlay.Alerts.Channels;

/// <summary>Posts JSON to an address that a person gave.</summary>
internal static class WebCall
{
    private const int LongestAnswer = 200;

    private static readonly HttpClient Http = new(
        new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        }
    )
    {
        Timeout = TimeSpan.FromSeconds(30),
        MaxResponseContentBufferSize = 64 * 1024,
    };

    /// <summary>Serialises a body as all channels do.</summary>
    public static string Json(object body) => JsonSerializer.Serialize(body);

    /// <summary>Posts a body. The address may be a secret and is in no problem.</summary>
    public static async Task<Result<string>> PostAsync(
        string address,
        string json,
        IEnumerable<KeyValuePair<string, string>> headers,
        CancellationToken cancellationToken
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        try
        {
            using var answer = await Http.SendAsync(request, cancellationToken);
            var text = await answer.Content.ReadAsStringAsync(cancellationToken);
            return answer.IsSuccessStatusCode
                ? Said(answer.StatusCode, text)
                : Refused(answer.StatusCode, text);
        }
        catch (HttpRequestException e)
        {
            return Unreachable(e.Message);
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Unreachable("it did not answer in time.");
        }
    }

    private static Problem Refused(HttpStatusCode status, string text) =>
        new(
            status
                is HttpStatusCode.TooManyRequests
                    or HttpStatusCode.RequestTimeout
                    or >= HttpStatusCode.InternalServerError
                ? ProblemKind.Unavailable
                : ProblemKind.Invalid,
            $"The other side refuses the message: {Said(status, text)}",
            "Check the address of the channel; it may have been replaced or switched off there."
        );

    private static Problem Unreachable(string why) =>
        new(
            ProblemKind.Unavailable,
            $"The other side cannot be reached: {why}",
            "Check address, network and proxy."
        );

    private static string Said(HttpStatusCode status, string text)
    {
        var line = string.Join(
            ' ',
            text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        var said = line.Length > LongestAnswer ? line[..LongestAnswer] : line;
        return string.Create(CultureInfo.InvariantCulture, $"{(int)status} {said}").Trim();
    }
}
