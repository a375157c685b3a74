using Outlay.Commitments.Payments;
using Outlay.Optimization.Findings;

namespace Outlay.Optimization.Prices.Lists.Formats;

/// <summary>How AWS's files name terms of plans and reservations.</summary>
internal static class AwsTerms
{
    /// <summary>The kind of plan by its product family; null for plans of other things.</summary>
    public static DiscountKind? Kind(string? productFamily) =>
        productFamily switch
        {
            "ComputeSavingsPlans" => DiscountKind.Compute,
            "EC2InstanceSavingsPlans" => DiscountKind.Family,
            _ => null,
        };

    /// <summary>Years and payment of <c>1yr</c> or <c>1</c> and <c>No Upfront</c>; null for others.</summary>
    public static (int Years, Payment Payment)? Of(string? length, string? option)
    {
        var years =
            length is ['1', ..] ? 1
            : length is ['3', ..] ? 3
            : 0;
        Payment? payment = option switch
        {
            "No Upfront" => Payment.NoUpfront,
            "Partial Upfront" => Payment.PartialUpfront,
            "All Upfront" => Payment.AllUpfront,
            _ => null,
        };
        return years > 0 && payment is { } known ? (years, known) : null;
    }

    /// <summary>
    /// Price of an hour of a reservation whose price stands in one row: what recurs without upfront, or all of it upfront. One of half
    /// upfront has two rows, of which neither tells the price; null.
    /// </summary>
    public static decimal? Hourly(string? unit, Payment payment, int years, decimal amount) =>
        (unit, payment) switch
        {
            ("Hrs", Payment.NoUpfront) => amount,
            ("Quantity", Payment.AllUpfront) => amount / (Month.Hours * 12 * years),
            _ => null,
        };
}
