namespace Outlay.Commitments.Payments;

/// <summary>When a commitment is paid.</summary>
public enum Payment
{
    /// <summary>All of it hour by hour.</summary>
    NoUpfront,

    /// <summary>Half at purchase, half hour by hour.</summary>
    PartialUpfront,

    /// <summary>All of it at purchase.</summary>
    AllUpfront,
}

/// <summary>What one unit of a commitment costs and when.</summary>
/// <param name="Name">Name.</param>
/// <param name="Upfront">Money at purchase.</param>
/// <param name="RecurringHourly">Money an hour.</param>
/// <param name="TermHours">Hours of the term; the calendar's for invoices, 8,760 a year for comparisons.</param>
/// <param name="TermMonths">Months of the term.</param>
public sealed record PaymentTerm(
    string Name,
    double Upfront,
    double RecurringHourly,
    double TermHours,
    int TermMonths
)
{
    /// <summary>Hours of a year of 365 days.</summary>
    public const double HoursOfYear = 8760;

    /// <summary>Hours of a month as prices show it.</summary>
    public const double HoursOfMonth = 730;

    /// <summary>Upfront spread over the term, plus what recurs.</summary>
    public double AmortisedHourly => (Upfront / TermHours) + RecurringHourly;

    /// <summary>Paid over the term.</summary>
    public double Total => Upfront + (RecurringHourly * TermHours);

    /// <summary>
    /// A plan of money an hour under a payment option: the commitment already is the amortised price, of which the option moves nothing, half
    /// or all to the day of purchase. Source: AWS, "Savings Plans payment options".
    /// </summary>
    /// <param name="hourlyCommitment">Money an hour.</param>
    /// <param name="years">Years of the term.</param>
    /// <param name="payment">Payment option.</param>
    public static PaymentTerm OfPlan(double hourlyCommitment, int years, Payment payment)
    {
        var share = UpfrontShare(payment);
        var hours = HoursOfYear * years;
        return new(
            $"{years}y {payment}",
            share * hourlyCommitment * hours,
            (1 - share) * hourlyCommitment,
            hours,
            12 * years
        );
    }

    /// <summary>Share of a plan's money that is paid at purchase.</summary>
    public static double UpfrontShare(Payment payment) =>
        payment switch
        {
            Payment.AllUpfront => 1,
            Payment.PartialUpfront => 0.5,
            _ => 0,
        };

    /// <summary>Compares it with paying on demand.</summary>
    /// <param name="onDemandHourly">On-demand price of the same hour.</param>
    /// <param name="yearlyRate">Interest a year, such as 0.08; a twelfth counts for each month.</param>
    public PaymentFigures Against(double onDemandHourly, double yearlyRate)
    {
        var month = TermHours / TermMonths;
        var annuity = Annuity(yearlyRate / 12, TermMonths);
        var cost = Upfront + (RecurringHourly * month * annuity);
        var onDemand = onDemandHourly * month * annuity;
        return new(
            AmortisedHourly,
            1 - (AmortisedHourly / onDemandHourly),
            Total,
            BreakEven.Months(Upfront, RecurringHourly * month, onDemandHourly * month),
            AmortisedHourly / onDemandHourly,
            cost,
            onDemand
        );
    }

    /// <summary>Value today of one paid at the end of each month.</summary>
    private static double Annuity(double rate, int months) =>
        rate == 0 ? months : (1 - Math.Pow(1 + rate, -months)) / rate;
}

/// <summary>A payment option beside on-demand prices.</summary>
/// <param name="AmortisedHourly">Price an hour, upfront spread.</param>
/// <param name="EffectiveDiscount"><c>1 - amortised / on demand</c>.</param>
/// <param name="TotalCost">Paid over the term.</param>
/// <param name="BreakEvenMonths">Months until the money paid is less than on demand had cost; null when never.</param>
/// <param name="BreakEvenUtilisation">Share of the hours that must be used for it to pay.</param>
/// <param name="NetPresentCost">Cost in money of the day of purchase: upfront at once, what recurs at the ends of months.</param>
/// <param name="NetPresentOnDemand">On-demand cost in the same money.</param>
public sealed record PaymentFigures(
    double AmortisedHourly,
    double EffectiveDiscount,
    double TotalCost,
    double? BreakEvenMonths,
    double BreakEvenUtilisation,
    double NetPresentCost,
    double NetPresentOnDemand
)
{
    /// <summary>Saving in money of the day of purchase.</summary>
    public double NetPresentSaving => NetPresentOnDemand - NetPresentCost;

    /// <summary>Discount once interest is counted.</summary>
    public double NetPresentDiscount => 1 - (NetPresentCost / NetPresentOnDemand);
}

/// <summary>When money paid at purchase has come back.</summary>
public static class BreakEven
{
    /// <summary>Upfront over what each month saves; null when a month saves nothing, 0 without upfront.</summary>
    public static double? Months(double upfront, double recurringMonthly, double onDemandMonthly) =>
        upfront <= 0 ? (onDemandMonthly >= recurringMonthly ? 0 : null)
        : onDemandMonthly > recurringMonthly ? upfront / (onDemandMonthly - recurringMonthly)
        : null;
}
