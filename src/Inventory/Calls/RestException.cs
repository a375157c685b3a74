using System.Net;
using System.Text.Json;

namespace Outlay.Inventory.Calls;

/// <summary>A call of a REST API that failed for good.</summary>
/// <param name="operation">The permission that the call needs.</param>
/// <param name="code">The cloud's name of the error, <see cref="SignIn"/> or <see cref="Unreadable"/>; empty when there was no answer.</param>
/// <param name="message">The cloud's words.</param>
/// <param name="status">The status; default when there was no answer.</param>
/// <param name="inner">What the line said.</param>
public sealed class RestException(
    string operation,
    string code,
    string message,
    HttpStatusCode status,
    Exception? inner = null
) : Exception(message, inner), ICallFailure
{
    /// <summary>The code of a sign-in that failed.</summary>
    public const string SignIn = "SignIn";

    /// <summary>The code of an answer that is no JSON, or not what was asked for.</summary>
    public const string Unreadable = "Unreadable";

    private const int LongestBody = 64 * 1024;

    /// <summary>The permission that the call needs.</summary>
    public string Operation => operation;

    /// <summary>The cloud's name of the error.</summary>
    public string Code => code;

    /// <summary>What mends it, when that is known where it failed.</summary>
    public string? Fix { get; init; }

    /// <summary>How long the cloud asks to wait.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    /// <summary>Whether the call was turned away as one too many.</summary>
    public bool IsThrottled =>
        status == HttpStatusCode.TooManyRequests
        || code
            is "TooManyRequests"
                or "OperationNotAllowedByThrottling"
                or "SubscriptionRequestsThrottled"
                or "RESOURCE_EXHAUSTED"
                or "rateLimitExceeded"
                or "userRateLimitExceeded"
                or "RATE_LIMIT_EXCEEDED";

    /// <summary>Whether the same call may work in a moment.</summary>
    public bool IsPassing =>
        IsThrottled
        || (status == default && code.Length == 0)
        || status == HttpStatusCode.RequestTimeout
        || (
            status >= HttpStatusCode.InternalServerError && status != HttpStatusCode.NotImplemented
        );

    /// <summary>Whether the identity may not make the call.</summary>
    public bool IsDenied =>
        !IsThrottled && status is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized;

    /// <summary>Whether what was asked for is not there.</summary>
    public bool IsAbsent => status == HttpStatusCode.NotFound;

    /// <summary>The cause as people read it.</summary>
    public string Cause =>
        code is "" or SignIn or Unreadable ? Message : $"{code}: {Message.Trim()}";

    /// <summary>Reads an error in the shape that Azure and Google Cloud share: <c>error</c> with a code, a message and perhaps reasons.</summary>
    public static async Task<RestException> OfAsync(
        string operation,
        HttpResponseMessage answer,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(answer);
        var (code, message) = await ReadAsync(answer, cancellationToken);
        return new RestException(operation, code, message, answer.StatusCode)
        {
            RetryAfter = answer.Headers.RetryAfter?.Delta,
        };
    }

    private static async Task<(string Code, string Message)> ReadAsync(
        HttpResponseMessage answer,
        CancellationToken cancellationToken
    )
    {
        await using var body = await answer.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[LongestBody];
        var length = await body.ReadAtLeastAsync(buffer, LongestBody, false, cancellationToken);
        var plain = answer.ReasonPhrase ?? answer.StatusCode.ToString();
        try
        {
            using var json = JsonDocument.Parse(buffer.AsMemory(0, length));
            var root = json.RootElement;
            var error = root.Child("error") ?? root;
            var code =
                Reason(error)
                ?? error.Text("status")
                ?? error.Text("code")
                ?? answer.StatusCode.ToString();
            return (code, error.Text("message") ?? plain);
        }
        catch (JsonException)
        {
            return (answer.StatusCode.ToString(), plain);
        }
    }

    // Google's newer APIs give their reason in details, older ones in errors.
    private static string? Reason(JsonElement error) =>
        error
            .Items("details")
            .Concat(error.Items("errors"))
            .Select(d => d.Text("reason"))
            .FirstOrDefault(r => r is not null);
}
