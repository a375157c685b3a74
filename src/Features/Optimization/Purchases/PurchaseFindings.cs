using System.Globalization;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Purchases;

/// <summary>Recommendations to buy: of each provider the plan of one year that saves most in a poor month, with the others beside it.</summary>
internal static class PurchaseFindings
{
    private const int MostOthers = 2;

    public static RuleInfo Info { get; } =
        new(
            "buy-plan",
            "Commitment to buy",
            Category.Commitment,
            "The commitment of largest expected saving for what is still paid on demand, hour by hour, after use that other recommendations take away. The total counts what it saves in a poor month (nine in ten are better). Discounts are of your price lists, else typical ones: confirm with the provider's quote."
        );

    public static IEnumerable<Recommendation> Of(IEnumerable<CommitmentReport> reports) =>
        reports
            .Select(r => (Report: r, Best: r.Choices.FirstOrDefault(c => c.Years == 1)))
            .Where(r => r.Best is not null)
            .Select(r => Of(r.Report, r.Best!));

    private static Recommendation Of(CommitmentReport report, PlanChoice best)
    {
        var onDemand = report.OnDemand;
        var poor = Math.Min((decimal)best.PoorSaving, onDemand);
        return new Recommendation
        {
            Rule = Info.Id,
            Action = ActionKind.PurchaseSavingsPlan,
            Subject = new Subject(
                $"commitment|{report.Provider}|{report.Currency}",
                $"{report.Provider} on-demand computing",
                "Commitment",
                report.Provider,
                "all accounts",
                null,
                null
            ),
            Title = string.Create(
                CultureInfo.InvariantCulture,
                $"Commit {best.Hourly:0.###} {report.Currency} an hour: {best.Name}"
            ),
            Current = $"{Wording.Money(onDemand, report.Currency)} a month on demand",
            Proposed = best.Name,
            Currency = report.Currency,
            MonthlyCost = onDemand,
            MonthlySaving = poor,
            Range = (poor, Math.Max(poor, Math.Min((decimal)best.MonthlySaving, onDemand))),
            Prices = PriceSource.DiscountedList,
            Confidence = report.IsDaily ? 0.5 : 0.75,
            Risk = best.WorstSaving < 0 ? 3 : 2,
            Effort = Effort.VeryLow,
            CanRollBack = false,
            Why = string.Create(
                CultureInfo.InvariantCulture,
                $"It would cover {best.Coverage:0 %} of on-demand computing and be used {best.Utilisation:0 %}; it pays from {best.BreakEvenUtilisation ?? 0:0 %} on, and still when all use falls by {best.BreakEvenFall:0 %}."
            ),
            Evidence = Proof(report, best, poor),
            Alternatives = Others(report, best),
            HowTo = [Where(report.Provider)],
            Permissions = ["savingsplans:CreateSavingsPlan"],
            Excludes = "purchase",
        };
    }

    private static IReadOnlyList<Evidence> Proof(
        CommitmentReport report,
        PlanChoice best,
        decimal poor
    ) =>
        [
            new(
                "Saving of a usual month",
                Wording.Money((decimal)best.MonthlySaving, report.Currency),
                "median"
            ),
            new(
                "Saving of a poor month",
                Wording.Money(poor, report.Currency),
                "nine in ten are better; counted"
            ),
            new(
                "When all use falls by a fifth",
                Wording.Money((decimal)best.WorstSaving, report.Currency),
                "0 or more"
            ),
            new(
                "Hours looked at",
                report.Hours.Count.ToString(CultureInfo.InvariantCulture),
                report.IsDaily ? "spread from days: too bold" : "billed by the hour"
            )
            {
                Days = [.. report.Hours.Chunk(24).Select(d => d.Sum())],
            },
            new(
                "Use that other recommendations take away",
                Wording.Percent(report.TakenAway * 100),
                "not committed for"
            ),
            .. best.Assumptions.Select(a => new Evidence("Assumption", a)),
        ];

    private static IReadOnlyList<Alternative> Others(CommitmentReport report, PlanChoice best) =>
        [
            .. report
                .Choices.Where(c => c != best)
                .Take(MostOthers)
                .Select(c => new Alternative(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{c.Name}, {c.Hourly:0.###} {report.Currency} an hour"
                    ),
                    (decimal)c.PoorSaving,
                    c.Years > 1 ? 3 : 2,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"covers {c.Coverage:0 %}, used {c.Utilisation:0 %}"
                    )
                )),
        ];

    private static HowTo Where(string provider) =>
        new HowTo(
            "Where",
            provider switch
            {
                "AWS" =>
                    "AWS console, Billing, Savings Plans, Purchase. A plan of up to 100 USD an hour can be returned within 7 days.",
                "Microsoft" => "Azure portal, Savings plans, Add.",
                _ => "Google Cloud console, Billing, Committed use discounts, Purchase.",
            }
        );
}
