using Outlay.Commitments.Advice;
using Outlay.Commitments.Plans;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Prices;

namespace Outlay.Optimization.Purchases;

/// <summary>Types of machines on demand beside plans for them, those of largest cost first.</summary>
internal static class TypeComparison
{
    private const int MostTypes = 25;

    private static readonly IReadOnlyList<PlanDiscount> Plans =
    [
        .. PlanDiscounts.All.Where(d =>
            d is { Provider: "AWS", Product: "ec2", Kind: not DiscountKind.Reserved }
        ),
    ];

    public static IReadOnlyList<TypeChoice> Of(
        IReadOnlyList<HourlyUse> use,
        ListedDiscounts listed
    ) =>
        [
            .. use.Where(u => u.Line is { Product: "ec2", Type: not null })
                .GroupBy(u => (u.Line.Region, Type: u.Line.Type!))
                .Select(g => Sum(g.Key.Region, g.Key.Type, [.. g]))
                .Where(t => t.Price > 0)
                .OrderByDescending(t => t.Price * t.MachineHours)
                .Take(MostTypes)
                .Select(t => Choice(t, listed)),
        ];

    private static MachineUse Sum(string region, string type, IReadOnlyList<HourlyUse> lines)
    {
        var month = UsageHours.Number(Month.Hours);
        var hours = lines[0].Quantity.Length;
        var quantity = lines.Sum(u => u.Quantity.Sum());
        var on = Enumerable.Range(0, hours).Count(h => lines.Any(u => u.Quantity[h] > 0));
        return new MachineUse(
            region,
            type,
            quantity > 0 ? lines.Sum(u => u.Line.OnDemand.Sum()) / quantity : 0,
            quantity / hours * month,
            month * on / hours
        );
    }

    private static TypeChoice Choice(MachineUse use, ListedDiscounts listed)
    {
        var side = SideBySide.Of(
            use.Type,
            use.Price,
            use.RunningHours,
            [
                .. Plans.Select(w => new MachineOption(
                    $"{(w.Kind == DiscountKind.Family ? "EC2 Instance plan" : "Compute plan")}, {PurchaseAdvisor.Term(w.Years, w.Payment)}",
                    w.Kind == DiscountKind.Family ? PlanKind.Ec2Instance : PlanKind.Compute,
                    w.Years,
                    w.Payment,
                    use.Price * (1 - Discount(use, w, listed))
                )),
            ]
        );
        return new TypeChoice(
            use.Region,
            use.Type,
            use.Price,
            use.MachineHours,
            use.RunningHours,
            [
                .. side.Rows.Select(r => new TypeWay(
                    r.Option.Name,
                    r.Option.HourlyPrice,
                    r.BreakEvenHours,
                    r.MonthlySaving
                )),
            ]
        );
    }

    private static double Discount(MachineUse use, PlanDiscount plan, ListedDiscounts listed) =>
        listed.Of(
            plan.Kind,
            plan.Years,
            plan.Payment,
            plan.Provider,
            use.Region,
            $"machine/linux/{use.Type}"
        ) ?? plan.Discount;

    private sealed record MachineUse(
        string Region,
        string Type,
        double Price,
        double MachineHours,
        double RunningHours
    );
}
