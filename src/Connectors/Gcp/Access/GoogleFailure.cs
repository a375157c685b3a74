using System.Net;
using System.Text.Json;

namespace Outlay.Connectors.Gcp.Access;

/// <summary>An answer of a Google API that is an error.</summary>
internal sealed class GoogleFailure(HttpStatusCode status, string reason, string message)
    : Exception(message)
{
    public HttpStatusCode Status { get; } = status;

    /// <summary>Google's word for it, such as <c>accessDenied</c>.</summary>
    public string Reason { get; } = reason;

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
            var reason =
                error.TryGetProperty("errors", out var errors)
                && errors.GetArrayLength() > 0
                && errors[0].TryGetProperty("reason", out var word)
                    ? word.GetString()
                    : null;
            return new(
                answer.StatusCode,
                reason ?? "",
                error.TryGetProperty("message", out var message) ? message.GetString() ?? "" : ""
            );
        }
        catch (Exception e)
            when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return new(answer.StatusCode, "", "The answer is no JSON of Google's.");
        }
    }
}
