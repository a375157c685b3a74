using Microsoft.AspNetCore.Http;
using Outlay.Kernel;

namespace Outlay.Api;

/// <summary>Words a <see cref="Problem"/> as RFC 9457 problem details; <c>fix</c> and <c>field</c> are members of their own.</summary>
internal static class ApiProblems
{
    public static IResult Of(Problem problem) =>
        TypedResults.Problem(
            detail: problem.Message,
            statusCode: Status(problem.Kind),
            title: Title(problem.Kind),
            type: $"urn:outlay:problem:{Word(problem.Kind)}",
            extensions: Members(problem)
        );

    public static IResult NoSuchAddress(string? rest) =>
        Of(
            new(
                ProblemKind.NotFound,
                $"There is nothing at /api/{rest}.",
                $"{ApiFace.Root}/openapi.json lists what there is."
            )
        );

    /// <summary>The answer's body, or the problem that stood in its way.</summary>
    public static IResult From<TValue, TBody>(Result<TValue> result, Func<TValue, TBody> body) =>
        result.Match(value => TypedResults.Ok(body(value)), Of);

    private static int Status(ProblemKind kind) =>
        kind switch
        {
            ProblemKind.Invalid => StatusCodes.Status400BadRequest,
            ProblemKind.NotFound => StatusCodes.Status404NotFound,
            ProblemKind.Conflict => StatusCodes.Status409Conflict,
            ProblemKind.Forbidden => StatusCodes.Status403Forbidden,
            ProblemKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static string Title(ProblemKind kind) =>
        kind switch
        {
            ProblemKind.Invalid => "The request is wrong",
            ProblemKind.NotFound => "Not found",
            ProblemKind.Conflict => "It clashes with what stands now",
            ProblemKind.Forbidden => "Not allowed",
            ProblemKind.Unavailable => "It cannot be answered now",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static string Word(ProblemKind kind) =>
        kind switch
        {
            ProblemKind.Invalid => "invalid",
            ProblemKind.NotFound => "not-found",
            ProblemKind.Conflict => "conflict",
            ProblemKind.Forbidden => "forbidden",
            ProblemKind.Unavailable => "unavailable",
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };

    private static Dictionary<string, object?> Members(Problem problem)
    {
        var members = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (problem.Fix is not null)
        {
            members["fix"] = problem.Fix;
        }

        if (problem.Field is not null)
        {
            members["field"] = problem.Field;
        }

        return members;
    }
}
