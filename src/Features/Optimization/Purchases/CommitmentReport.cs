namespace Outlay.Optimization.Purchases;

/// <summary>How commitments of one provider do, and which to buy, in one currency.</summary>
public sealed record CommitmentReport
{
    /// <summary>The provider.</summary>
    public required string Provider { get; init; }

    /// <summary>Currency of the amounts.</summary>
    public required string Currency { get; init; }

    /// <summary>Computing of a month at on-demand prices that commitments cover.</summary>
    public decimal Covered { get; init; }

    /// <summary>Computing of a month that is paid on demand.</summary>
    public decimal OnDemand { get; init; }

    /// <summary>Computing of a month on spare capacity.</summary>
    public decimal Spot { get; init; }

    /// <summary>Commitments of a month that were used.</summary>
    public decimal Used { get; init; }

    /// <summary>Commitments of a month that nothing used.</summary>
    public decimal Unused { get; init; }

    /// <summary>Covered over covered and on demand, 0 to 1; null without either.</summary>
    public decimal? Coverage => Covered + OnDemand > 0 ? Covered / (Covered + OnDemand) : null;

    /// <summary>Used over all that is committed, 0 to 1; null without commitments.</summary>
    public decimal? Utilisation => Used + Unused > 0 ? Used / (Used + Unused) : null;

    /// <summary>Effective savings rate: 1 - (used + unused + on demand) / (covered + on demand); null without use.</summary>
    public decimal? SavingsRate =>
        Covered + OnDemand > 0 ? 1 - (Used + Unused + OnDemand) / (Covered + OnDemand) : null;

    /// <summary>The commitments that the bill names, the largest first.</summary>
    public IReadOnlyList<HeldCommitment> Held { get; init; } = [];

    /// <summary>Plans that could be bought, the best first.</summary>
    public IReadOnlyList<PlanChoice> Choices { get; init; } = [];

    /// <summary>Why no plan is proposed; null when some are.</summary>
    public string? Refusal { get; init; }

    /// <summary>On-demand cost of each hour that plans could cover, oldest first.</summary>
    public IReadOnlyList<double> Hours { get; init; } = [];

    /// <summary>The first of these hours, UTC.</summary>
    public DateTime From { get; init; }

    /// <summary>Whether the bill is written by days, so that hours are even and the advice is too bold.</summary>
    public bool IsDaily { get; init; }

    /// <summary>Share of the use that other recommendations take away; it is not committed for.</summary>
    public double TakenAway { get; init; }

    /// <summary>Share of this use of which price lists tell the discounts of plans, 0 to 1; the others are typical ones.</summary>
    public double ListedShare { get; init; }

    /// <summary>Machines and databases that could be reserved by number, those of largest cost first, each for a year and for three.</summary>
    public IReadOnlyList<ReservationChoice> Reservations { get; init; } = [];

    /// <summary>Types of machines with what each way to pay for them costs.</summary>
    public IReadOnlyList<TypeChoice> Types { get; init; } = [];
}

/// <summary>A commitment that the bill names.</summary>
/// <param name="Id">FOCUS CommitmentDiscountId.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Type">FOCUS CommitmentDiscountType.</param>
/// <param name="Used">Used in a month.</param>
/// <param name="Unused">Unused in a month.</param>
/// <param name="Ends">Day on which it ends; null when no scan told it.</param>
public sealed record HeldCommitment(
    string Id,
    string? Name,
    string? Type,
    decimal Used,
    decimal Unused,
    DateOnly? Ends
);

/// <summary>A plan that could be bought.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Years">Years of the term.</param>
/// <param name="Payment">When it is paid.</param>
/// <param name="Hourly">Commitment, money an hour.</param>
/// <param name="MonthlySaving">Saving of a month, median.</param>
/// <param name="PoorSaving">Saving of a poor month: nine in ten are better.</param>
/// <param name="WorstSaving">Saving of a month when all use falls by a fifth.</param>
/// <param name="Coverage">Coverage with it, 0 to 1.</param>
/// <param name="Utilisation">Utilisation of it, 0 to 1.</param>
/// <param name="SavingsRate">Effective savings rate with it.</param>
/// <param name="BreakEvenUtilisation">Share that must be used for it to pay.</param>
/// <param name="BreakEvenMonths">Months until what was paid at once is back; null when never.</param>
/// <param name="BreakEvenFall">Largest even fall of use at which it still pays.</param>
/// <param name="LossProbability">Share of months in which it costs more than it saves.</param>
/// <param name="Curve">Commitment, saving, coverage and utilisation over the hours looked at, for a chart.</param>
/// <param name="Assumptions">What it rests on, in sentences.</param>
public sealed record PlanChoice(
    string Name,
    int Years,
    string Payment,
    double Hourly,
    double MonthlySaving,
    double PoorSaving,
    double WorstSaving,
    double Coverage,
    double Utilisation,
    double SavingsRate,
    double? BreakEvenUtilisation,
    double? BreakEvenMonths,
    double BreakEvenFall,
    double LossProbability,
    IReadOnlyList<PlanPoint> Curve,
    IReadOnlyList<string> Assumptions
);

/// <summary>A point of a plan's curve.</summary>
/// <param name="Hourly">Commitment, money an hour.</param>
/// <param name="MonthlySaving">Saving of a month of 730 hours.</param>
/// <param name="Coverage">Coverage, 0 to 1.</param>
/// <param name="Utilisation">Utilisation, 0 to 1.</param>
public sealed record PlanPoint(
    double Hourly,
    double MonthlySaving,
    double Coverage,
    double Utilisation
);

/// <summary>A number of machines or databases that could be reserved.</summary>
/// <param name="Product"><c>ec2</c>, <c>vm</c>, <c>database</c> or <c>cache</c>.</param>
/// <param name="Unit">A unit, such as <c>m5.large</c>; other sizes of the family count by their size.</param>
/// <param name="Variant">Engine or licence; empty for plain Linux.</param>
/// <param name="Region">Region.</param>
/// <param name="Units">How many units.</param>
/// <param name="Years">Years of the term.</param>
/// <param name="Payment">When it is paid.</param>
/// <param name="OnDemandHour">A unit's hour on demand.</param>
/// <param name="ReservedHour">A unit's hour reserved, what is paid at once spread over the term.</param>
/// <param name="OnDemandMonthly">What all units cost on demand in a month.</param>
/// <param name="MonthlySaving">Saving of a month like those looked at.</param>
/// <param name="FallenSaving">Saving of a month when all use falls by a tenth.</param>
/// <param name="Utilisation">Share of the reserved hours that are used, 0 to 1.</param>
/// <param name="BreakEvenUtilisation">Share of the hours that a unit must run for it to pay.</param>
/// <param name="Upfront">Paid at purchase.</param>
/// <param name="BreakEvenMonths">Months until what was paid at once is back; 0 without, null when never.</param>
/// <param name="IsListed">Whether a price list tells the discount; else it is a typical one.</param>
public sealed record ReservationChoice(
    string Product,
    string Unit,
    string Variant,
    string Region,
    int Units,
    int Years,
    string Payment,
    double OnDemandHour,
    double ReservedHour,
    double OnDemandMonthly,
    double MonthlySaving,
    double FallenSaving,
    double Utilisation,
    double BreakEvenUtilisation,
    double Upfront,
    double? BreakEvenMonths,
    bool IsListed
);

/// <summary>A type of machine on demand beside plans for it.</summary>
/// <param name="Region">Region.</param>
/// <param name="Type">Type.</param>
/// <param name="OnDemandHour">Price of an hour on demand, after discounts.</param>
/// <param name="MachineHours">Machine hours of a month on demand.</param>
/// <param name="RunningHours">Hours of a month in which at least one ran.</param>
/// <param name="Ways">The ways to pay, the one that saves most first.</param>
public sealed record TypeChoice(
    string Region,
    string Type,
    double OnDemandHour,
    double MachineHours,
    double RunningHours,
    IReadOnlyList<TypeWay> Ways
);

/// <summary>A way to pay for a machine.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Hour">Price of an hour, what is paid at once spread over the term.</param>
/// <param name="BreakEvenHours">Hours of a month that the machine must run for it to pay.</param>
/// <param name="MonthlySaving">Saving of a month for one machine at its hours; below 0 when on demand is cheaper.</param>
public sealed record TypeWay(string Name, double Hour, double BreakEvenHours, double MonthlySaving);
