using Outlay.Commitments.Advice;
using Outlay.Commitments.Payments;
using Outlay.Commitments.Plans;
using Outlay.Commitments.Usage;
using Outlay.Optimization.Findings;

namespace Outlay.Optimization.Purchases;

/// <summary>
/// Which plans to buy for what is still paid on demand, after the use that other recommendations take away is taken off.
/// </summary>
internal static class PurchaseAdvisor
{
    private const int MostFamilies = 5;
    private const int MostTypes = 25;

    private static readonly IReadOnlyList<PlanDiscount> PlansOfMachines =
    [
        .. PlanDiscounts.All.Where(d =>
            d is { Provider: "AWS", Product: "ec2", Kind: not DiscountKind.Reserved }
        ),
    ];

    public static CommitmentReport Advise(
        CommitmentReport report,
        IReadOnlyList<HourlyUse> use,
        DateTime from,
        double takenAway,
        DateOnly today
    )
    {
        var lines = use.Select(u => Less(u.Line, takenAway)).ToList();
        var answer = PurchaseAdvice.For(
            new PurchaseQuestion(
                lines,
                [],
                Offers(report.Provider, lines),
                new Objective.MaximumSaving(),
                today
            )
        );
        var hours = use.Count == 0 ? 0 : use[0].Line.OnDemand.Length;
        var sum = new double[hours];
        foreach (var line in lines)
        {
            for (var h = 0; h < hours; h++)
            {
                sum[h] += line.OnDemand[h];
            }
        }

        return report with
        {
            Choices =
            [
                .. answer
                    .Advice.Where(a => a.HourlyCommitment > 0 && a.PoorMonthlySaving > 0)
                    .Select(Choice),
            ],
            Refusal = answer.Refusal?.Text,
            Hours = sum,
            From = from,
            IsDaily = use.Any(u => u.IsDaily),
            TakenAway = takenAway,
            Types = report.Provider == "AWS" ? Types(use) : [],
        };
    }

    private static UsageLine Less(UsageLine line, double takenAway) =>
        takenAway <= 0
            ? line
            : line with
            {
                OnDemand = [.. line.OnDemand.Select(c => c * (1 - takenAway))],
            };

    private static List<PlanOffer> Offers(string provider, IReadOnlyList<UsageLine> lines)
    {
        var discounts = PlanDiscounts.All.Where(d => d.Provider == provider).ToList();
        var offers = discounts
            .Where(d => d.Kind == DiscountKind.Compute)
            .GroupBy(d => (d.Years, d.Payment))
            .Select(g =>
            {
                var rates = g.ToDictionary(
                    d => d.Product,
                    d => LineRate.OfDiscount(d.Discount),
                    StringComparer.Ordinal
                );
                return new PlanOffer(
                    $"{PlanName(provider)}, {Term(g.Key.Years, g.Key.Payment)}",
                    PlanKind.Compute,
                    PlanScope.Everything,
                    line => rates.TryGetValue(line.Product, out var rate) ? rate : null,
                    g.Key.Years,
                    g.Key.Payment
                );
            })
            .ToList();
        var families = lines
            .Where(l => l is { Product: "ec2", Family: not null })
            .GroupBy(l => (l.Region, Family: l.Family!))
            .OrderByDescending(g => g.Sum(l => l.OnDemand.Sum()))
            .Take(MostFamilies);
        offers.AddRange(
            families.SelectMany(f =>
                discounts
                    .Where(d => d is { Kind: DiscountKind.Family, Payment: Payment.NoUpfront })
                    .Select(d => new PlanOffer(
                        $"EC2 Instance Savings Plan {f.Key.Family} in {f.Key.Region}, {Term(d.Years, d.Payment)}",
                        PlanKind.Ec2Instance,
                        new PlanScope(new HashSet<string> { "ec2" }, f.Key.Region, f.Key.Family),
                        _ => LineRate.OfDiscount(d.Discount),
                        d.Years,
                        d.Payment
                    ))
            )
        );
        return offers;
    }

    private static string PlanName(string provider) =>
        provider switch
        {
            "Microsoft" => "Azure savings plan for compute",
            "Google Cloud" => "Flexible committed use",
            _ => "Compute Savings Plan",
        };

    private static string Term(int years, Payment payment) =>
        $"{years} {(years == 1 ? "year" : "years")}, {payment switch
        {
            Payment.AllUpfront => "all upfront",
            Payment.PartialUpfront => "half upfront",
            _ => "no upfront",
        }}";

    private static PlanChoice Choice(PurchaseAdvice a)
    {
        var scale = UsageHours.Number(Month.Hours) / a.LookbackHours;
        return new PlanChoice(
            a.Offer.Id,
            a.Offer.Years,
            a.Offer.Payment.ToString(),
            a.HourlyCommitment,
            a.MonthlySaving,
            a.PoorMonthlySaving,
            a.WorstMonthlySaving,
            a.After.Coverage,
            a.Utilisation,
            a.After.EffectiveSavingsRate,
            a.BreakEvenUtilisation,
            a.BreakEvenMonths,
            a.BreakEvenFall,
            a.LossProbability,
            [
                .. a.Curve.Select(c => new PlanPoint(
                    c.Commitment,
                    c.Saving * scale,
                    c.Coverage,
                    c.Utilisation
                )),
            ],
            a.Assumptions
        );
    }

    private static List<TypeChoice> Types(IReadOnlyList<HourlyUse> use)
    {
        var month = UsageHours.Number(Month.Hours);
        return
        [
            .. use.Where(u => u.Line is { Product: "ec2", Type: not null })
                .GroupBy(u => (u.Line.Region, Type: u.Line.Type!))
                .Select(g =>
                {
                    var hours = g.First().Quantity.Length;
                    var quantity = g.Sum(u => u.Quantity.Sum());
                    var on = Enumerable.Range(0, hours).Count(h => g.Any(u => u.Quantity[h] > 0));
                    return (
                        g.Key,
                        Price: quantity > 0 ? g.Sum(u => u.Line.OnDemand.Sum()) / quantity : 0,
                        Machines: quantity / hours * month,
                        Running: month * on / hours
                    );
                })
                .Where(t => t.Price > 0)
                .OrderByDescending(t => t.Price * t.Machines)
                .Take(MostTypes)
                .Select(t =>
                {
                    var side = SideBySide.Of(
                        t.Key.Type,
                        t.Price,
                        t.Running,
                        [
                            .. PlansOfMachines.Select(w => new MachineOption(
                                $"{(w.Kind == DiscountKind.Family ? "EC2 Instance plan" : "Compute plan")}, {Term(w.Years, w.Payment)}",
                                w.Kind == DiscountKind.Family
                                    ? PlanKind.Ec2Instance
                                    : PlanKind.Compute,
                                w.Years,
                                w.Payment,
                                t.Price * (1 - w.Discount)
                            )),
                        ]
                    );
                    return new TypeChoice(
                        t.Key.Region,
                        t.Key.Type,
                        t.Price,
                        t.Machines,
                        t.Running,
                        [
                            .. side.Rows.Select(r => new TypeWay(
                                r.Option.Name,
                                r.Option.HourlyPrice,
                                r.BreakEvenHours,
                                r.MonthlySaving
                            )),
                        ]
                    );
                }),
        ];
    }
}
