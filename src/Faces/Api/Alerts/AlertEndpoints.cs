using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Outlay.Alerts;

namespace Outlay.Api.Alerts;

/// <summary>What holds now, for a program that wants to ask instead of being told.</summary>
internal static class AlertEndpoints
{
    public static void MapAlerts(this RouteGroupBuilder api) =>
        api.MapGroup("/alerts")
            .WithTags("Alerts")
            .MapGet("", List)
            .WithName("getAlerts")
            .WithSummary("Open alerts, the most urgent first")
            .Produces<IReadOnlyList<AlertDocument>>();

    private static Ok<List<AlertDocument>> List(AlertBook book) =>
        TypedResults.Ok(book.Open().Select(AlertDocument.Of).ToList());
}

/// <summary>An open alert as JSON.</summary>
internal sealed record AlertDocument(
    long Id,
    string Kind,
    string Severity,
    string Title,
    string Cause,
    string Link,
    DateTimeOffset OpenedAt,
    DateTimeOffset? AcknowledgedAt
)
{
    public static AlertDocument Of(Alert alert) =>
        new(
            alert.Id,
            alert.Fact.Kind,
            alert.Fact.Severity.ToString().ToLowerInvariant(),
            alert.Fact.Title,
            alert.Fact.Cause,
            alert.Fact.Link,
            alert.OpenedAt,
            alert.AcknowledgedAt
        );
}
