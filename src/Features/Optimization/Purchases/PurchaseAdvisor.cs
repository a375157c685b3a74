using Outlay.Commitments.Advice;
using Outlay.Commitments.Payments;
using Outlay.Commitments.Plans;
using Outlay.Commitments.Usage;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Prices;

namespace Outlay.Optimization.Purchases;

/// <summary>
/// Which plans to buy for what is still paid on demand, after the use that other recommendations take away is taken off.
/// </summary>
internal static class PurchaseAdvisor
{
    private const int MostFamilies = 5;

    public static CommitmentReport Advise(
        CommitmentReport report,
        IReadOnlyList<HourlyUse> use,
        DateTime from,
        double takenAway,
        DateOnly today,
        ListedDiscounts listed
    )
    {
        var lines = use.Select(u => Less(u.Line, takenAway)).ToList();
        var answer = PurchaseAdvice.For(
            new PurchaseQuestion(
                lines,
                [],
                Offers(report.Provider, lines, listed),
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
            Types = report.Provider == "AWS" ? TypeComparison.Of(use, listed) : [],
            ListedShare = ListedShare(report.Provider, lines, listed),
        };
    }

    private static UsageLine Less(UsageLine line, double takenAway) =>
        takenAway <= 0
            ? line
            : line with
            {
                OnDemand = [.. line.OnDemand.Select(c => c * (1 - takenAway))],
            };

    private static List<PlanOffer> Offers(
        string provider,
        IReadOnlyList<UsageLine> lines,
        ListedDiscounts listed
    )
    {
        var discounts = PlanDiscounts.All.Where(d => d.Provider == provider).ToList();
        var offers = discounts
            .Where(d => d.Kind == DiscountKind.Compute)
            .GroupBy(d => (d.Years, d.Payment))
            .Select(g =>
            {
                var typical = g.ToDictionary(d => d.Product, StringComparer.Ordinal);
                return new PlanOffer(
                    $"{PlanName(provider)}, {Term(g.Key.Years, g.Key.Payment)}",
                    PlanKind.Compute,
                    PlanScope.Everything,
                    line =>
                        typical.TryGetValue(line.Product, out var discount)
                            ? Rate(line, discount, listed)
                            : null,
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
                        line => Rate(line, d, listed),
                        d.Years,
                        d.Payment
                    ))
            )
        );
        return offers;
    }

    private static LineRate Rate(UsageLine line, PlanDiscount typical, ListedDiscounts listed) =>
        LineRate.OfDiscount(Listed(line, typical, listed) ?? typical.Discount);

    private static double? Listed(UsageLine line, PlanDiscount of, ListedDiscounts listed) =>
        Item(line) is { } item
            ? listed.Of(of.Kind, of.Years, of.Payment, of.Provider, line.Region, item)
            : null;

    // What a line is of stands in its type only: machines are taken for Linux, tasks and functions for x86, which most are.
    private static string? Item(UsageLine line) =>
        line switch
        {
            { Product: "ec2" or "vm", Type: { } type } => $"machine/linux/{type}",
            { Product: "fargate" } => "fargate/linux/x86_64/vcpu-hour",
            { Product: "lambda" } => "function/x86_64/gib-second",
            _ => null,
        };

    // Share of the use of which price lists tell the discount of a plan of one year.
    private static double ListedShare(
        string provider,
        IReadOnlyList<UsageLine> lines,
        ListedDiscounts listed
    )
    {
        var year = PlanDiscounts.All.FirstOrDefault(d =>
            d.Provider == provider
            && d is { Kind: DiscountKind.Compute, Years: 1, Payment: Payment.NoUpfront }
        );
        var all = lines.Sum(l => l.OnDemand.Sum());
        return year is null || all <= 0
            ? 0
            : lines.Where(l => Listed(l, year, listed) is not null).Sum(l => l.OnDemand.Sum())
                / all;
    }

    private static string PlanName(string provider) =>
        provider switch
        {
            "Microsoft" => "Azure savings plan for compute",
            "Google Cloud" => "Flexible committed use",
            _ => "Compute Savings Plan",
        };

    public static string Term(int years, Payment payment) =>
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
}
