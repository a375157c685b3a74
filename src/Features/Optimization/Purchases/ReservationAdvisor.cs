using Outlay.Commitments.Payments;
using Outlay.Commitments.SinglePlan;
using Outlay.Optimization.Bill;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Prices;

namespace Outlay.Optimization.Purchases;

/// <summary>
/// How many units to reserve: the k-th while it runs in more hours than the reservation's price is of the price on demand. Of each thing
/// one term of a year and one of three, without upfront where there is such.
/// </summary>
internal static class ReservationAdvisor
{
    /// <summary>All use is taken to fall by this for what is counted.</summary>
    public const double Fall = 0.1;

    private const int MostThings = 40;

    public static IReadOnlyList<ReservationChoice> Advise(
        IEnumerable<(Reservable Thing, double[] Units, double Price)> use,
        Func<Reservable, double> takenAway,
        ListedDiscounts listed
    ) =>
        [
            .. use.OrderByDescending(u => u.Units.Sum() * u.Price)
                .Take(MostThings)
                .SelectMany(u =>
                    Terms(u.Thing)
                        .Select(d =>
                            Choice(u.Thing, Less(u.Units, takenAway(u.Thing)), u.Price, d, listed)
                        )
                )
                .OfType<ReservationChoice>(),
        ];

    private static IEnumerable<PlanDiscount> Terms(Reservable thing) =>
        PlanDiscounts
            .All.Where(d =>
                d.Kind == DiscountKind.Reserved
                && d.Provider == thing.Provider
                && d.Product == thing.Product
            )
            .GroupBy(d => d.Years)
            .OrderBy(g => g.Key)
            .Select(g => g.MinBy(d => PaymentTerm.UpfrontShare(d.Payment))!);

    private static double[] Less(double[] units, double takenAway) =>
        takenAway <= 0 ? units : [.. units.Select(u => u * (1 - takenAway))];

    private static ReservationChoice? Choice(
        Reservable thing,
        double[] units,
        double price,
        PlanDiscount discount,
        ListedDiscounts listed
    )
    {
        var told = Item(thing) is { } item
            ? listed.Of(
                DiscountKind.Reserved,
                discount.Years,
                discount.Payment,
                thing.Provider,
                thing.Region,
                item
            )
            : null;
        var reserved = price * (1 - (told ?? discount.Discount));
        var count = ReservationCount.Of(units, reserved, price);
        if (count.Units == 0)
        {
            return null;
        }

        var month = UsageHours.Number(Month.Hours);
        var term = PaymentTerm.OfPlan(reserved * count.Units, discount.Years, discount.Payment);
        var saving = Saving(units, count.Units, reserved, price);
        return new ReservationChoice(
            thing.Product,
            thing.Unit,
            thing.Variant == "cache" ? "" : thing.Variant,
            thing.Region,
            count.Units,
            discount.Years,
            discount.Payment.ToString(),
            price,
            reserved,
            units.Average() * price * month,
            saving,
            Saving(Less(units, Fall), count.Units, reserved, price),
            units.Average(u => Math.Min(u, count.Units)) / count.Units,
            count.BreakEvenUtilisation,
            term.Upfront,
            BreakEven.Months(
                term.Upfront,
                term.RecurringHourly * month,
                term.RecurringHourly * month + saving + term.Upfront / (12 * discount.Years)
            ),
            told is not null
        );
    }

    private static string? Item(Reservable thing) =>
        thing switch
        {
            { Product: "ec2" or "vm", Variant: "" } => $"machine/linux/{thing.Unit}",
            { Product: "database" } when AwsOperations.EngineNamed(thing.Variant) is { } engine =>
                $"database/{engine.Item}/{thing.Unit}",
            _ => null,
        };

    // What the units that ran would have cost on demand, less what all reserved ones cost.
    private static double Saving(double[] units, int count, double reserved, double price) =>
        (units.Average(u => Math.Min(u, count)) * price - count * reserved)
        * UsageHours.Number(Month.Hours);
}
