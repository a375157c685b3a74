namespace Outlay.Query;

/// <summary>Asks for the charges that make a number: those of a query's range, filter and switches.</summary>
/// <param name="Query">Which charges. Group-by, grain, comparison and paging of the query play no part.</param>
/// <param name="Offset">Charges to skip.</param>
/// <param name="Limit">Most charges to give, 1 to 1000.</param>
/// <param name="LoadId">Only charges of this load; null for all published loads.</param>
public sealed record ChargesQuery(
    CostQuery Query,
    int Offset = 0,
    int Limit = 100,
    long? LoadId = null
);

/// <summary>A page of charges, largest absolute cost first.</summary>
/// <param name="Columns">Column names: the FOCUS columns that hold a value on this page, then <c>x_</c> columns.</param>
/// <param name="Rows">Values as text, exact for decimals, ISO 8601 for instants, JSON for maps; null where empty.</param>
/// <param name="Total">Number of charges in all.</param>
/// <param name="Sums">Sum of the query's metric over all of them, by currency: what the clicked number said.</param>
public sealed record ChargePage(
    IReadOnlyList<string> Columns,
    IReadOnlyList<IReadOnlyList<string?>> Rows,
    long Total,
    IReadOnlyList<CostTotal> Sums
);

/// <summary>File form of exported charges.</summary>
public enum ChargeFormat
{
    /// <summary>FOCUS 1.4 as CSV, formulas escaped.</summary>
    Csv,

    /// <summary>FOCUS 1.4 as Parquet.</summary>
    Parquet,
}

/// <summary>Asks which values a dimension has, for pickers.</summary>
/// <param name="Dimension">Which dimension.</param>
/// <param name="Query">Range, filter and metric that weigh the values.</param>
/// <param name="Search">Only values that hold this text, whatever the case; null for all.</param>
/// <param name="Limit">Most values to give.</param>
public sealed record ValuesQuery(
    Dimension Dimension,
    CostQuery Query,
    string? Search = null,
    int Limit = 50
);

/// <summary>One value and its weight.</summary>
/// <param name="Value">The value; null for charges without one.</param>
/// <param name="Cost">Sum of the query's metric, over all currencies only when there is one; else 0.</param>
/// <param name="Charges">Number of charges.</param>
public sealed record DimensionValue(string? Value, decimal Cost, long Charges);

/// <summary>What the lake holds now.</summary>
/// <param name="Revision">Grows with every publish.</param>
/// <param name="Charges">Number of charges.</param>
/// <param name="FirstDay">First charge day; null when empty.</param>
/// <param name="LastDay">Last charge day; null when empty.</param>
/// <param name="LastUsageDay">Last day with usage; null when none.</param>
/// <param name="IncompleteFrom">First day whose deliveries are still to come, by the slowest living connection; null when empty.</param>
/// <param name="LastPublished">When the newest load was published; null when empty.</param>
/// <param name="Currencies">Billing currencies, the one with most charges first.</param>
/// <param name="TagKeys">All tag keys, sorted.</param>
/// <param name="ExtraColumns">All <c>x_</c> columns, sorted.</param>
public sealed record LakeFacts(
    long Revision,
    long Charges,
    DateOnly? FirstDay,
    DateOnly? LastDay,
    DateOnly? LastUsageDay,
    DateOnly? IncompleteFrom,
    DateTimeOffset? LastPublished,
    IReadOnlyList<string> Currencies,
    IReadOnlyList<string> TagKeys,
    IReadOnlyList<string> ExtraColumns
)
{
    /// <summary>Whether nothing is loaded.</summary>
    public bool IsEmpty => Charges == 0;
}
