using Outlay.Commitments.Usage;

namespace Outlay.Commitments.Plans;

/// <summary>
/// A commitment of money an hour at plan rates. What is not used within an hour is lost with it. A reservation of units is the same thing
/// in money: a unit costs its amortised price and covers its on-demand price.
/// </summary>
/// <param name="Id">Name; breaks ties between plans.</param>
/// <param name="Kind">Kind, which decides the order of application.</param>
/// <param name="HourlyCommitment">Money an hour at plan rates, upfront payments spread over the term.</param>
/// <param name="Scope">Lines that it may cover.</param>
/// <param name="Rates">Rates of these lines; null for a line makes it not eligible.</param>
public sealed record Plan(
    string Id,
    PlanKind Kind,
    double HourlyCommitment,
    PlanScope Scope,
    PlanRates Rates
)
{
    private static readonly HashSet<string> Ec2 = ["ec2"];
    private static readonly HashSet<string> AllCompute = ["ec2", "fargate", "lambda"];

    /// <summary>Account that bought it, whose use it covers before that of others; null when all are alike.</summary>
    public string? Owner { get; init; }

    /// <summary>Whether it covers use of other accounts than its owner's.</summary>
    public bool Shared { get; init; } = true;

    /// <summary>First hour of the horizon in which it counts.</summary>
    public int StartHour { get; init; }

    /// <summary>First hour in which it no longer counts.</summary>
    public int EndHour { get; init; } = int.MaxValue;

    /// <summary>A plan over compute of all families and regions (EC2, Fargate and Lambda).</summary>
    public static Plan Compute(string id, double hourlyCommitment, PlanRates rates) =>
        new(id, PlanKind.Compute, hourlyCommitment, new(AllCompute), rates);

    /// <summary>A plan over the machines of one family in one region.</summary>
    public static Plan Ec2Instance(
        string id,
        string region,
        string family,
        double hourlyCommitment,
        PlanRates rates
    ) => new(id, PlanKind.Ec2Instance, hourlyCommitment, new(Ec2, region, family), rates);

    /// <summary>
    /// Reserved machines: <paramref name="units"/> times the amortised price of one. Without a type all sizes of the family share them in
    /// proportion to their prices.
    /// </summary>
    public static Plan Reservation(
        string id,
        string region,
        string family,
        string? type,
        int units,
        double unitPrice,
        PlanRates rates
    ) => new(id, PlanKind.Reservation, units * unitPrice, new(Ec2, region, family, type), rates);

    /// <summary>A plan over the products that a filter names.</summary>
    public static Plan Generic(
        string id,
        IReadOnlySet<string> products,
        double hourlyCommitment,
        PlanRates rates
    ) => new(id, PlanKind.Generic, hourlyCommitment, new(products), rates);

    /// <summary>The rate of a line; null when it is out of scope, not priced or another account's and the plan not shared.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not above 0.</exception>
    public LineRate? RateOf(UsageLine line)
    {
        if (
            !Scope.Covers(line)
            || (!Shared && Owner != line.Account)
            || Rates(line) is not { } rate
        )
        {
            return null;
        }

        if (!(rate.Share > 0) || !double.IsFinite(rate.Share))
        {
            throw new ArgumentOutOfRangeException(
                nameof(line),
                rate.Share,
                $"Plan {Id} has a share of {line.Id} that is not above 0."
            );
        }

        return rate;
    }

    /// <summary>Whether it counts in an hour.</summary>
    public bool CountsIn(int hour) => hour >= StartHour && hour < EndHour;
}
