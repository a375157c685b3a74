using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Tests.Given;

/// <summary>Asks one rule, by its id, what it says.</summary>
internal static class GivenVerdicts
{
    public static IReadOnlyList<Verdict> Of(string rule, RuleContext context) =>
        [.. RuleBook.Scanned.Single(r => r.Info.Id == rule).Examine(context)];

    /// <summary>The one recommendation that the rule makes.</summary>
    public static Recommendation Found(string rule, RuleContext context) =>
        Of(rule, context)
            .ShouldHaveSingleItem()
            .ShouldBeOfType<Recommended>()
            .Recommendation.ShouldSatisfyAllConditions(
                r => r.Rule.ShouldBe(rule),
                r => r.MonthlySaving.ShouldBeGreaterThan(0),
                r => r.MonthlySaving.ShouldBeLessThanOrEqualTo(r.MonthlyCost)
            );

    public static void IsSilent(string rule, RuleContext context) =>
        Of(rule, context).ShouldBeEmpty();

    /// <summary>The rule says that it knows too little, and finds nothing.</summary>
    public static string Unknown(string rule, RuleContext context) =>
        Of(rule, context).ShouldHaveSingleItem().ShouldBeOfType<InsufficientData>().Reason;

    /// <summary>What a rule of the bill finds in lines.</summary>
    public static IReadOnlyList<Recommendation> Billed(
        string rule,
        RuleContext context,
        params BillLine[] lines
    )
    {
        var pass = RuleBook.Billed.Single(r => r.Info.Id == rule).Begin(context);
        foreach (var line in lines)
        {
            pass.See(line);
        }

        return [.. pass.End().Cast<Recommended>().Select(r => r.Recommendation)];
    }

    private static Recommendation ShouldSatisfyAllConditions(
        this Recommendation recommendation,
        params Action<Recommendation>[] conditions
    )
    {
        foreach (var condition in conditions)
        {
            condition(recommendation);
        }

        return recommendation;
    }
}
