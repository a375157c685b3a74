using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Scans;

namespace Outlay.Api.Optimization;

/// <summary>Recommendations, decisions of them, and scans.</summary>
internal static class OptimizationEndpoints
{
    private const int MostScans = 20;

    public static void MapOptimization(this RouteGroupBuilder api)
    {
        var group = api.MapGroup("").WithTags("Optimization");
        group
            .MapGet("/recommendations", List)
            .WithName("getRecommendations")
            .WithSummary("Recommendations with their savings a month, evidence and how to do them")
            .Produces<FindingPageDocument>();
        group
            .MapPost("/recommendations/decisions", DecideAsync)
            .WithName("decide")
            .WithSummary("Snoozes, dismisses, plans or closes recommendations, or opens them again")
            .Produces<DecisionOutcome>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        group
            .MapGet("/scans", Sources)
            .WithName("getScans")
            .WithSummary("Scan sources without their secrets, each with its last scan and its gaps")
            .Produces<IReadOnlyList<ScanSourceDocument>>();
        group
            .MapGet("/scans/{id:long}", History)
            .WithName("getScanHistory")
            .WithSummary("The newest scans of a source, newest first")
            .Produces<IReadOnlyList<ScanDocument>>()
            .ProducesProblem(StatusCodes.Status404NotFound);
        group
            .MapPost("/scans/{id:long}", Begin)
            .WithName("beginScan")
            .WithSummary("Begins a scan; the one that runs already when there is one")
            .Produces<ScanDocument>(StatusCodes.Status202Accepted)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static IResult List(
        FindingBook book,
        string? category,
        string? state,
        string? provider,
        string? account,
        string? rule,
        string? search,
        int page = 1,
        int pageSize = 100
    )
    {
        var tab = FindingWords.ReadCategory(category);
        var wanted = FindingWords.ReadState(state);
        if ((tab.Problem ?? wanted.Problem) is { } problem)
        {
            return ApiProblems.Of(problem);
        }

        var size = Math.Clamp(pageSize, 1, FindingQuery.MostRows);
        return TypedResults.Ok(
            FindingPageDocument.Of(
                book.Page(
                    new FindingQuery
                    {
                        Category = tab.Value,
                        State = wanted.Value,
                        Provider = provider,
                        Account = account,
                        Rule = rule,
                        Search = search,
                        Limit = size,
                        Offset = (int)Math.Min((long)(Math.Max(1, page) - 1) * size, int.MaxValue),
                    }
                )
            )
        );
    }

    private static async Task<IResult> DecideAsync(
        DecisionRequest request,
        FindingBook book,
        CancellationToken cancellationToken
    ) =>
        (
            await book.SayAsync(
                request.Ids ?? [],
                request.Action,
                request.Until,
                request.Note,
                "local user, by the API",
                cancellationToken
            )
        ).Match(count => TypedResults.Ok(new DecisionOutcome(count)), ApiProblems.Of);

    private static Ok<List<ScanSourceDocument>> Sources(ScanBook book)
    {
        var latest = book.Latest();
        return TypedResults.Ok(
            book.Sources()
                .Select(s => ScanSourceDocument.Of(s, latest.GetValueOrDefault(s.Id)))
                .ToList()
        );
    }

    private static IResult History(long id, ScanBook book) =>
        book.Find(id) is null
            ? ApiProblems.NoSuchAddress($"v1/scans/{id}")
            : TypedResults.Ok(book.Of(id, MostScans).Select(ScanDocument.Of).ToList());

    private static IResult Begin(long id, ScanBook book) =>
        book.Enqueue(id)
            .Match(
                scan => TypedResults.Accepted($"{ApiFace.Root}/scans/{id}", ScanDocument.Of(scan)),
                ApiProblems.Of
            );
}

/// <summary>A decision of some recommendations.</summary>
/// <param name="Ids">Their numbers.</param>
/// <param name="Action"><c>open</c>, <c>snooze</c>, <c>dismiss</c>, <c>plan</c> or <c>done</c>.</param>
/// <param name="Until">A day such as <c>2027-01-31</c>, for snooze and plan.</param>
/// <param name="Note">A reason, which dismiss needs.</param>
internal sealed record DecisionRequest(
    IReadOnlyList<long>? Ids,
    string? Action,
    string? Until,
    string? Note
);

/// <summary>What came of a decision.</summary>
/// <param name="Decided">How many recommendations.</param>
internal sealed record DecisionOutcome(int Decided);
