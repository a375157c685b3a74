using System.Net;
using System.Text.Json;

namespace Outlay.Connectors.Gcp.Access;

/// <summary>An answer of a Google API that is an error.</summary>
internal sealed class GoogleFailure(
    HttpStatusCode status,
    IReadOnlyList<string> reasons,
    string message
) : Exception(message)
{
    public HttpStatusCode Status { get; } = status;

    /// <summary>Google's words for it, such as <c>accessDenied</c> or <c>SERVICE_DISABLED</c>: older APIs have one in <c>errors</c>, newer ones in <c>details</c>.</summary>
    public IReadOnlyList<string> Reasons { get; } = reasons;

    public static async Task<GoogleFailure> OfAsync(
        HttpResponseMessage answer,
        CancellationToken cancellationToken
    )
    {
        var body = await answer.Content.ReadAsStringAsync(cancellationToken);
        try
        {
            using var json = JsonDocument.Parse(body);
            var error = json.RootElement.GetProperty("error");
            return new(
                answer.StatusCode,
                [.. Words(error, "errors"), .. Words(error, "details")],
                error.TryGetProperty("message", out var message) ? message.GetString() ?? "" : ""
            );
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new(answer.StatusCode, [], "The answer is no JSON of Google's.");
        }
    }

    private static IEnumerable<string> Words(JsonElement error, string list) =>
        error.TryGetProperty(list, out var entries) && entries.ValueKind == JsonValueKind.Array
            ? entries
                .EnumerateArray()
                .Select(e => e.TryGetProperty("reason", out var word) ? word.GetString() : null)
                .OfType<string>()
            : [];
}
