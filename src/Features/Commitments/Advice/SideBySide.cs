using Outlay.Commitments.Payments;
using Outlay.Commitments.Plans;

namespace Outlay.Commitments.Advice;

/// <summary>A way to commit to one machine, at its amortised price.</summary>
/// <param name="Name">Name.</param>
/// <param name="Kind">Family plan, compute plan or reservation.</param>
/// <param name="Years">Years of the term.</param>
/// <param name="Payment">Payment option.</param>
/// <param name="HourlyPrice">Price an hour, upfront spread over the term.</param>
public sealed record MachineOption(
    string Name,
    PlanKind Kind,
    int Years,
    Payment Payment,
    double HourlyPrice
);

/// <summary>An option beside the on-demand price of the same machine.</summary>
/// <param name="Option">Option.</param>
/// <param name="Discount"><c>1 - price / on-demand price</c>.</param>
/// <param name="BreakEvenHours">Hours of a month of 730 that the machine must run for it to pay; more than 730 when it never does.</param>
/// <param name="Upfront">Paid at purchase.</param>
/// <param name="MonthlySaving">Saving of a month at the hours that the machine runs; below 0 when on demand is cheaper.</param>
/// <param name="BreakEvenMonths">Months until what was paid upfront is back at these hours; null when never.</param>
public sealed record SideBySideRow(
    MachineOption Option,
    double Discount,
    double BreakEvenHours,
    double Upfront,
    double MonthlySaving,
    double? BreakEvenMonths
);

/// <summary>
/// Ways to pay for one type of machine. A commitment is paid for all hours of the month, on demand for those that it runs; the hours at which
/// both cost the same are <c>730 x price / on-demand price</c>.
/// </summary>
/// <param name="Type">Type of machine.</param>
/// <param name="OnDemandHourly">On-demand price an hour.</param>
/// <param name="RunningHours">Hours of a month that one machine runs, up to 730.</param>
/// <param name="Rows">Options, the largest saving at these hours first.</param>
public sealed record SideBySide(
    string Type,
    double OnDemandHourly,
    double RunningHours,
    IReadOnlyList<SideBySideRow> Rows
)
{
    /// <summary>The option that saves most; null when on demand is cheapest.</summary>
    public SideBySideRow? Best => Rows.Count > 0 && Rows[0].MonthlySaving > 0 ? Rows[0] : null;

    /// <summary>Sets options side by side.</summary>
    public static SideBySide Of(
        string type,
        double onDemandHourly,
        double runningHours,
        IReadOnlyList<MachineOption> options
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(onDemandHourly);
        ArgumentOutOfRangeException.ThrowIfNegative(runningHours);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(runningHours, PaymentTerm.HoursOfMonth);
        return new(
            type,
            onDemandHourly,
            runningHours,
            [
                .. options
                    .Select(o => Row(o, onDemandHourly, runningHours))
                    .OrderByDescending(r => r.MonthlySaving)
                    .ThenBy(r => r.Option.Name, StringComparer.Ordinal),
            ]
        );
    }

    private static SideBySideRow Row(MachineOption option, double onDemand, double hours)
    {
        var month = PaymentTerm.HoursOfMonth;
        var term = PaymentTerm.OfPlan(option.HourlyPrice, option.Years, option.Payment);
        return new(
            option,
            1 - (option.HourlyPrice / onDemand),
            month * option.HourlyPrice / onDemand,
            term.Upfront,
            (onDemand * hours) - (option.HourlyPrice * month),
            BreakEven.Months(term.Upfront, term.RecurringHourly * month, onDemand * hours)
        );
    }
}
