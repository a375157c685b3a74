using Microsoft.AspNetCore.Http;

namespace Outlay.Api;

/// <summary>A body that says it is JSON, or the answer that refuses it. Forms of foreign pages cannot say so, which keeps them out.</summary>
internal sealed record JsonBody(string? Text, IResult? Refusal)
{
    public static async Task<JsonBody> ReadAsync(
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        if (!request.HasJsonContentType())
        {
            return Refuse(
                StatusCodes.Status415UnsupportedMediaType,
                "The body does not say that it is JSON.",
                "Send it with Content-Type: application/json."
            );
        }

        try
        {
            using var reader = new StreamReader(request.Body);
            return new(await reader.ReadToEndAsync(cancellationToken), null);
        }
        catch (BadHttpRequestException e)
        {
            return Refuse(e.StatusCode, e.Message, "Send a query of at most 64 KB.");
        }
    }

    private static JsonBody Refuse(int status, string detail, string fix) =>
        new(
            null,
            TypedResults.Problem(
                detail,
                statusCode: status,
                extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["fix"] = fix,
                }
            )
        );
}
