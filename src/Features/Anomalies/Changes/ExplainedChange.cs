namespace Outlay.Anomalies.Changes;

/// <summary>Why a row is explained more coarsely than others.</summary>
public enum ChangeNote
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>A period has no positive quantity, so price and quantity cannot be told apart: the change is usage.</summary>
    NoQuantity,

    /// <summary>The quantities lie so far apart that a common unit is unlikely: the change is usage.</summary>
    QuantitiesTooFarApart,
}

/// <summary>A row and the parts of its change.</summary>
/// <param name="Row">The row.</param>
/// <param name="Parts">Parts that add up to its difference.</param>
/// <param name="Note">Why it is explained more coarsely, if it is.</param>
public sealed record ExplainedRow(ChangeRow Row, ChangeParts Parts, ChangeNote Note);

/// <summary>The change between two periods in parts, by row and in total.</summary>
/// <param name="Before">Effective cost of the earlier period.</param>
/// <param name="After">Effective cost of the later period.</param>
/// <param name="Parts">Parts that add up to the difference exactly.</param>
/// <param name="Rows">The rows in the order they were given.</param>
public sealed record ExplainedChange(
    decimal Before,
    decimal After,
    ChangeParts Parts,
    IReadOnlyList<ExplainedRow> Rows
)
{
    /// <summary>The change that is explained.</summary>
    public decimal Difference => After - Before;

    /// <summary>The same change by whatever a row is put under; the parts of all keys add up to <see cref="Parts"/>.</summary>
    /// <typeparam name="TKey">What rows are put under.</typeparam>
    /// <param name="key">Where a row belongs.</param>
    /// <returns>The largest difference first.</returns>
    public IReadOnlyList<KeyValuePair<TKey, ChangeParts>> By<TKey>(Func<ChangeRow, TKey> key)
        where TKey : notnull =>
        [
            .. Rows.GroupBy(row => key(row.Row))
                .Select(rows => KeyValuePair.Create(rows.Key, Sum(rows)))
                .OrderByDescending(rows => Math.Abs(rows.Value.Total)),
        ];

    internal static ChangeParts Sum(IEnumerable<ExplainedRow> rows) =>
        rows.Aggregate(default(ChangeParts), (sum, row) => sum + row.Parts);
}
