using Outlay.Query;

namespace Outlay.Api.Costs;

/// <summary>A page of charges as JSON. Values are text as the lake holds them, so that nothing is lost on the way.</summary>
/// <param name="Columns">FOCUS columns that hold a value on this page, then <c>x_</c> columns.</param>
/// <param name="Rows">Values in the order of the columns; null where empty.</param>
/// <param name="Total">Number of charges in all.</param>
/// <param name="Sums">Sum of the metric over all of them, by currency.</param>
internal sealed record ChargePageDocument(
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string?>> Rows,
    long Total,
    IReadOnlyList<ChargeSum> Sums
)
{
    public static ChargePageDocument Of(ChargePage page) =>
        new(
            page.Columns,
            page.Rows,
            page.Total,
            [.. page.Sums.Select(s => new ChargeSum(s.Currency.Code, s.Cost, s.Charges))]
        );
}

/// <summary>A sum in one currency.</summary>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Cost">Sum of the metric.</param>
/// <param name="Charges">Number of charges.</param>
internal sealed record ChargeSum(string Currency, decimal Cost, long Charges);
