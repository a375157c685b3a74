using Outlay.Commitments.Plans;
using Outlay.Commitments.Usage;

namespace Outlay.Commitments.Billing;

/// <summary>
/// Applies commitments to hours of use the way the cloud's bill does: reservations, then plans of a family, then compute plans, then others;
/// within a kind the owner's use before that of others, the highest saving first, ties by the lowest plan rate, then by name; the line at
/// the margin in part; the rest on demand. Plans of one kind are applied together. Lines with the same rates under all plans stand together
/// at the place of the first of their names. Source: AWS, "How Savings Plans apply to your usage".
/// </summary>
public static class BillingSimulator
{
    /// <summary>Grows whenever the same input would be billed otherwise.</summary>
    public const string Version = "1";

    /// <summary>The bill of all hours.</summary>
    /// <param name="lines">Use, arrays of one length, each hour 0 or more.</param>
    /// <param name="plans">Commitments.</param>
    /// <param name="weights">Weight of each hour in the total; 1 when null.</param>
    /// <exception cref="ArgumentException">Lengths differ or an hour is below 0 or no number.</exception>
    public static Bill Run(
        IReadOnlyList<UsageLine> lines,
        IReadOnlyList<Plan> plans,
        IReadOnlyList<double>? weights = null
    ) => new CompiledBilling(lines, plans).Run([.. plans.Select(p => p.HourlyCommitment)], weights);

    /// <summary>What covered what in one hour, in the order of application.</summary>
    public static IReadOnlyList<AppliedUse> Trace(
        IReadOnlyList<UsageLine> lines,
        IReadOnlyList<Plan> plans,
        int hour
    )
    {
        var compiled = new CompiledBilling(lines, plans, traced: true);
        var left = plans.Select(p => p.CountsIn(hour) ? p.HourlyCommitment : 0).ToArray();
        var rest = lines.Select(l => l.OnDemand[hour]).ToArray();
        var applied = new List<AppliedUse>();
        foreach (var step in compiled.Steps)
        {
            foreach (var line in compiled.Groups.Members[step.Group])
            {
                var use = Math.Min(left[step.Plan], rest[line] * step.Share);
                if (use > 0)
                {
                    left[step.Plan] -= use;
                    rest[line] -= use / step.Share;
                    applied.Add(new(plans[step.Plan].Id, lines[line].Id, use, use / step.Share));
                }
            }
        }

        return applied;
    }
}
