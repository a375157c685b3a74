using Outlay.Commitments.Plans;
using Outlay.Commitments.Usage;

namespace Outlay.Commitments.Billing;

/// <summary>One place in the order of application.</summary>
internal readonly record struct BillingStep(int Plan, int Group, double Share);

/// <summary>The order of application worked out once, so that many commitments can be tried on the same hours.</summary>
internal sealed class CompiledBilling
{
    private const long WorthSharing = 150_000;
    private const int Parts = 8;

    private readonly IReadOnlyList<Plan> _plans;
    private readonly bool[] _eligible;

    public CompiledBilling(
        IReadOnlyList<UsageLine> lines,
        IReadOnlyList<Plan> plans,
        bool traced = false
    )
        : this(new LineGroups(lines, plans, traced), plans) { }

    public CompiledBilling(LineGroups groups, IReadOnlyList<Plan> plans)
    {
        Groups = groups;
        _plans = plans;
        Steps = Order(groups, plans);
        _eligible = [.. groups.ByPlan.Select(rates => rates.Any(r => r is not null))];
    }

    public LineGroups Groups { get; }

    public BillingStep[] Steps { get; }

    public Bill Run(double[] commitments, IReadOnlyList<double>? weights)
    {
        var hours = new Charges[Groups.Hours];
        var total = default(Charges);
        var plans = new (double Committed, double Used, double Covered)[_plans.Count];
        var left = new double[_plans.Count];
        var used = new double[_plans.Count];
        var covered = new double[_plans.Count];
        var rest = new double[Groups.Count];
        for (var hour = 0; hour < hours.Length; hour++)
        {
            Start(hour, commitments, left, rest);
            Array.Clear(used);
            Array.Clear(covered);
            var committed = left.Sum();
            Apply(left, rest, used, covered);
            var (onDemand, eligible) = Usage(hour);
            hours[hour] = new(onDemand, eligible, covered.Sum(), committed, used.Sum());
            var weight = weights?[hour] ?? 1;
            total += hours[hour] * weight;
            for (var plan = 0; plan < plans.Length; plan++)
            {
                ref var sum = ref plans[plan];
                sum.Committed += weight * (left[plan] + used[plan]);
                sum.Used += weight * used[plan];
                sum.Covered += weight * covered[plan];
            }
        }

        return new(
            hours,
            total,
            [.. plans.Select((p, i) => new PlanUse(_plans[i].Id, p.Committed, p.Used, p.Covered))]
        );
    }

    /// <summary>Paid over all hours, and lost of the last plan; a bill without the particulars.</summary>
    public (double Actual, double LastUnused) Cost(
        double[] commitments,
        IReadOnlyList<double>? weights
    )
    {
        if ((long)Groups.Hours * Steps.Length < WorthSharing)
        {
            return Cost(commitments, weights, 0, Groups.Hours);
        }

        // Parts of fixed hours, so that sums do not depend on the number of cores.
        var parts = new (double Actual, double LastUnused)[Parts];
        Parallel.For(
            0,
            Parts,
            i =>
                parts[i] = Cost(
                    commitments,
                    weights,
                    Groups.Hours * i / Parts,
                    Groups.Hours * (i + 1) / Parts
                )
        );
        return (parts.Sum(p => p.Actual), parts.Sum(p => p.LastUnused));
    }

    private (double Actual, double LastUnused) Cost(
        double[] commitments,
        IReadOnlyList<double>? weights,
        int from,
        int to
    )
    {
        var left = new double[_plans.Count];
        var rest = new double[Groups.Count];
        var sum = (Actual: 0.0, LastUnused: 0.0);
        for (var hour = from; hour < to; hour++)
        {
            Start(hour, commitments, left, rest);
            var cost = 0.0;
            var open = 0;
            foreach (var money in left)
            {
                cost += money;
                open += money > 0 ? 1 : 0;
            }

            UseUp(left, rest, open);
            foreach (var money in rest)
            {
                cost += money;
            }

            var weight = weights?[hour] ?? 1;
            sum.Actual += cost * weight;
            sum.LastUnused += left.Length > 0 ? left[^1] * weight : 0;
        }

        return sum;
    }

    private void UseUp(double[] left, double[] rest, int open)
    {
        foreach (var step in Steps)
        {
            if (open == 0)
            {
                return;
            }

            var money = left[step.Plan];
            if (money <= 0)
            {
                continue;
            }

            var full = rest[step.Group] * step.Share;
            if (full < money)
            {
                left[step.Plan] = money - full;
                rest[step.Group] = 0;
            }
            else
            {
                rest[step.Group] -= money / step.Share;
                left[step.Plan] = 0;
                open--;
            }
        }
    }

    /// <summary>Use that stays on demand in each hour, one row an hour.</summary>
    public double[] Rest(double[] commitments)
    {
        var all = new double[Groups.Hours * Groups.Count];
        var left = new double[_plans.Count];
        var used = new double[_plans.Count];
        var covered = new double[_plans.Count];
        for (var hour = 0; hour < Groups.Hours; hour++)
        {
            var rest = all.AsSpan(hour * Groups.Count, Groups.Count);
            Start(hour, commitments, left, rest);
            Apply(left, rest, used, covered);
        }

        return all;
    }

    private void Start(int hour, double[] commitments, double[] left, Span<double> rest)
    {
        Groups.Hour(hour).CopyTo(rest);
        for (var plan = 0; plan < left.Length; plan++)
        {
            left[plan] = _plans[plan].CountsIn(hour) ? commitments[plan] : 0;
        }
    }

    private void Apply(double[] left, Span<double> rest, double[] used, double[] covered)
    {
        foreach (var step in Steps)
        {
            var full = rest[step.Group] * step.Share;
            if (full <= 0 || left[step.Plan] <= 0)
            {
                continue;
            }

            // Whole lines are taken off whole, so that no crumb of rounding is left to pay for.
            var whole = full <= left[step.Plan];
            var use = whole ? full : left[step.Plan];
            var onDemand = whole ? rest[step.Group] : use / step.Share;
            rest[step.Group] = whole ? 0 : rest[step.Group] - onDemand;
            left[step.Plan] -= use;
            used[step.Plan] += use;
            covered[step.Plan] += onDemand;
        }
    }

    private (double OnDemand, double Eligible) Usage(int hour)
    {
        var (onDemand, eligible) = (0.0, 0.0);
        var usage = Groups.Hour(hour);
        for (var group = 0; group < usage.Length; group++)
        {
            onDemand += usage[group];
            eligible += _eligible[group] ? usage[group] : 0;
        }

        return (onDemand, eligible);
    }

    private static BillingStep[] Order(LineGroups groups, IReadOnlyList<Plan> plans)
    {
        var steps = new List<(BillingStep Step, GroupRate Rate)>();
        for (var group = 0; group < groups.Count; group++)
        {
            for (var plan = 0; plan < plans.Count; plan++)
            {
                if (groups.ByPlan[group][plan] is { } rate)
                {
                    steps.Add((new(plan, group, rate.Share), rate));
                }
            }
        }

        // Groups are numbered by name already.
        return
        [
            .. steps
                .OrderBy(s => plans[s.Step.Plan].Kind)
                .ThenBy(s => s.Rate.Foreign)
                .ThenBy(s => s.Rate.Share)
                .ThenBy(s => s.Rate.UnitRate)
                .ThenBy(s => s.Step.Group)
                .ThenBy(s => plans[s.Step.Plan].Id, StringComparer.Ordinal)
                .Select(s => s.Step),
        ];
    }
}
