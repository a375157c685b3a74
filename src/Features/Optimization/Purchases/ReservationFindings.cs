using System.Globalization;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Purchases;

/// <summary>
/// Recommendations to reserve what no plan of computing covers: databases and caches. For machines reservations stand beside plans on the
/// page and are not recommended, as they would save the same dollar.
/// </summary>
internal static class ReservationFindings
{
    public static RuleInfo Info { get; } =
        new(
            "buy-reservation",
            "Reservation to buy",
            Category.Commitment,
            "Databases or caches of a family run on demand so steadily that reserving some of them for a year pays: the k-th while it runs in more hours than the reserved price is of the price on demand. The total counts what is saved when all use falls by a tenth. Discounts are of your price lists, else typical ones: confirm with the provider's quote."
        );

    public static IEnumerable<Recommendation> Of(IEnumerable<CommitmentReport> reports) =>
        reports.SelectMany(r =>
            r.Reservations.Where(c =>
                    c is { Years: 1, Product: "database" or "cache", FallenSaving: > 0 }
                )
                .Select(c => Of(r, c))
        );

    private static Recommendation Of(CommitmentReport report, ReservationChoice choice)
    {
        var what = choice.Variant.Length > 0 ? $"{choice.Unit} ({choice.Variant})" : choice.Unit;
        var onDemand = (decimal)choice.OnDemandMonthly;
        var saving = Math.Min((decimal)choice.FallenSaving, onDemand);
        return new Recommendation
        {
            Rule = Info.Id,
            Action = ActionKind.PurchaseReservation,
            Subject = new Subject(
                $"reservation|{report.Provider}|{report.Currency}|{choice.Region}|{choice.Unit}|{choice.Variant}",
                $"{what} in {choice.Region}",
                choice.Product == "cache" ? "Cache" : "Database",
                report.Provider,
                "all accounts",
                choice.Region,
                null
            ),
            Title = string.Create(
                CultureInfo.InvariantCulture,
                $"Reserve {choice.Units} × {what} for a year"
            ),
            Current = $"{Wording.Money(onDemand, report.Currency)} a month on demand",
            Proposed =
                $"{choice.Units} reserved, no upfront; other sizes of the family count by size",
            Currency = report.Currency,
            MonthlyCost = onDemand,
            MonthlySaving = saving,
            Range = (saving, Math.Max(saving, Math.Min((decimal)choice.MonthlySaving, onDemand))),
            Prices = PriceSource.DiscountedList,
            Confidence = report.IsDaily ? 0.5 : 0.7,
            Risk = 2,
            Effort = Effort.VeryLow,
            CanRollBack = false,
            Why = string.Create(
                CultureInfo.InvariantCulture,
                $"They would be used {choice.Utilisation:0 %}; a reservation pays from {choice.BreakEvenUtilisation:0 %} of the hours on."
            ),
            Evidence = Proof(report, choice),
            HowTo =
            [
                new HowTo(
                    "Where",
                    choice.Product == "cache"
                        ? "AWS console, ElastiCache, Reserved nodes, Purchase."
                        : "AWS console, RDS, Reserved instances, Purchase."
                ),
            ],
            Permissions =
            [
                choice.Product == "cache"
                    ? "elasticache:PurchaseReservedCacheNodesOffering"
                    : "rds:PurchaseReservedDBInstancesOffering",
            ],
            Excludes = "purchase",
        };
    }

    private static IReadOnlyList<Evidence> Proof(
        CommitmentReport report,
        ReservationChoice choice
    ) =>
        [
            new(
                "Saving of a month like the last",
                Wording.Money((decimal)choice.MonthlySaving, report.Currency)
            ),
            new(
                "When all use falls by a tenth",
                Wording.Money((decimal)choice.FallenSaving, report.Currency),
                "counted"
            ),
            new(
                "An hour on demand",
                Wording.Rate((decimal)choice.OnDemandHour, report.Currency),
                "by your bill"
            ),
            new(
                "An hour reserved",
                Wording.Rate((decimal)choice.ReservedHour, report.Currency),
                choice.IsListed ? "discount of your price lists" : "typical list discount"
            ),
        ];
}
