namespace Outlay.Host.Serving;

/// <summary>
/// Refuses what another site's page sends: whatever changes something, and everything for agents. Browsers name the origin of such
/// requests; programs that are not browsers name none and pass.
/// </summary>
internal static class SameOriginGuard
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = context.Request;
        var isGuarded =
            !IsSafe(request.Method)
            || request.Path.StartsWithSegments(
                Mcp.McpFace.Address,
                StringComparison.OrdinalIgnoreCase
            );
        return !isGuarded || IsOwn(request) ? next(context) : RefuseAsync(context);
    }

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private static bool IsOwn(HttpRequest request)
    {
        string? origin = request.Headers.Origin;
        if (!string.IsNullOrEmpty(origin))
        {
            return string.Equals(
                origin,
                $"{request.Scheme}://{request.Host.Value}",
                StringComparison.OrdinalIgnoreCase
            );
        }

        return request.Headers["Sec-Fetch-Site"] != "cross-site";
    }

    private static Task RefuseAsync(HttpContext context) =>
        TypedResults
            .Problem(
                "The request comes from another site's page.",
                statusCode: StatusCodes.Status403Forbidden,
                title: "Not allowed",
                type: "urn:outlay:problem:forbidden",
                extensions: new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["fix"] =
                        "Send it from Outlay's own pages, or from a program without an Origin header.",
                }
            )
            .ExecuteAsync(context);
}
