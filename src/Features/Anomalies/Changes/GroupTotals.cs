namespace Outlay.Anomalies.Changes;

/// <summary>Quantities and contracted cost of the comparable rows of one group and unit.</summary>
internal sealed record GroupTotals(decimal Before, decimal After, decimal Contracted)
{
    public static GroupTotals Of(IEnumerable<ChangeRow> rows) =>
        rows.Aggregate(
            new GroupTotals(0, 0, 0),
            (sum, row) =>
                new(
                    sum.Before + row.Before.Quantity!.Value,
                    sum.After + row.After.Quantity!.Value,
                    sum.Contracted + row.Before.ContractedCost
                )
        );

    /// <summary>
    /// (q1 - q0 Q1/Q0) (p0 - P0), written as (q1/q0 - Q1/Q0) (C0 - q0/Q0 C) so that no unit price, however small, loses its digits.
    /// </summary>
    public decimal Mix(ChangeRow row, decimal growth) =>
        (growth - (After / Before))
        * (row.Before.ContractedCost - (row.Before.Quantity!.Value / Before * Contracted));
}
