using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Tests.Given;

/// <summary>Recommendations of a resource, each with what it costs and what the change saves alone.</summary>
internal static class GivenRecommendations
{
    public static Recommendation Of(
        string rule,
        string excludes,
        decimal cost,
        decimal saving,
        string resource = "arn:one"
    ) =>
        new()
        {
            Rule = rule,
            Action = ActionKind.Review,
            Subject = new Subject(
                resource,
                resource,
                "Virtual machine",
                "AWS",
                "111122223333",
                "us-east-1",
                null
            ),
            Title = $"Do {rule}",
            Current = "what is there",
            Currency = "USD",
            MonthlyCost = cost,
            MonthlySaving = saving,
            Prices = PriceSource.Bill,
            Confidence = 1,
            Risk = 0,
            Effort = Effort.Low,
            Why = "A test says so.",
            Excludes = excludes,
        };
}
