using Outlay.Inventory;
using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Rules.Costs;

/// <summary>The parts that all recommendations of a resource share; a rule adds its own.</summary>
internal static class Draft
{
    public static Recommendation Of(
        RuleContext context,
        Snapshot scan,
        Resource resource,
        string kind,
        RuleInfo rule,
        ResourceCost cost,
        string title,
        string why
    ) =>
        new()
        {
            Rule = rule.Id,
            Action = ActionKind.Delete,
            Subject = Wording.Of(context, scan, resource, kind),
            Title = title,
            Current = kind,
            Currency = cost.Currency,
            MonthlyCost = cost.Monthly,
            MonthlySaving = cost.Saving(1),
            MonthlySavingAtList = cost.AtList,
            Prices = cost.Source,
            Confidence = 0.9,
            Risk = 1,
            Effort = Effort.Low,
            Why = why,
            Excludes = "life",
        };

    public static InsufficientData Unknown(
        RuleContext context,
        Snapshot scan,
        Resource resource,
        string kind,
        RuleInfo rule,
        string reason
    ) => new(rule.Id, Wording.Of(context, scan, resource, kind), reason);
}
