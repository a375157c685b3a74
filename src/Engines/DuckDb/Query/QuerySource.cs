using Outlay.Kernel;
using Outlay.Lake;
using Outlay.Query;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>The table that answers: the daily rollups or the charges of some loads.</summary>
internal sealed record QuerySource(
    CostSource Kind,
    IReadOnlyList<Load> Loads,
    IReadOnlyList<string> TagKeys,
    IReadOnlySet<string> ExtraColumns,
    bool NeedsExtraColumns
)
{
    /// <summary>The currency that amounts are converted to, and the rates; null leaves them as they are.</summary>
    public (Currency Target, IReadOnlyList<MonthRate> Rates)? Conversion { get; init; }

    /// <summary>The column with the currency that a row's amounts are in.</summary>
    public string CurrencyColumn => Conversion is null ? "BillingCurrency" : ConvertedSql.Currency;

    /// <summary>The column that places a charge in time.</summary>
    public string Time => Kind == CostSource.Daily ? DailyRollup.Day : "ChargePeriodStart";

    /// <summary>Number of charges in a group.</summary>
    public string CountOfCharges =>
        Kind == CostSource.Daily ? $"CAST(sum({DailyRollup.Charges}) AS BIGINT)" : "count(*)";

    /// <summary>The one billing currency of all loads, or null.</summary>
    public string? OnlyCurrency =>
        Conversion is not null ? null
        : Loads.SelectMany(l => l.Currencies).Distinct(StringComparer.Ordinal).Take(2).ToList()
            is [var only]
            ? only
        : null;

    public IReadOnlyList<string> Files =>
        [.. Loads.SelectMany(l => Kind == CostSource.Daily ? [l.RollupFile] : l.ChargeFiles)];

    /// <summary>The table function over the files.</summary>
    public string Table => Converted(Read(""));

    /// <summary>The same with the address of each row: filename and file_row_number.</summary>
    public string Rows => Converted(Read(", filename = true, file_row_number = true"));

    /// <summary>A day as this source's time column compares with it.</summary>
    public object At(DateOnly day) =>
        Kind == CostSource.Daily ? day : day.ToDateTime(TimeOnly.MinValue);

    /// <summary>The loads of a snapshot that hold charges of some days.</summary>
    public static IReadOnlyList<Load> Within(IEnumerable<Load> loads, params DateRange?[] ranges) =>
        [
            .. loads.Where(l =>
                l.Rows > 0
                && ranges.Any(r =>
                    r is { } range && l.FirstChargeDay < range.To && l.LastChargeDay >= range.From
                )
            ),
        ];

    /// <summary>The same with its amounts in the currency that a query reports, as far as it asks for that and there are rates.</summary>
    public QuerySource In(CostQuery query, IExchangeRates rates)
    {
        if (query is not { Convert: Outlay.Query.Conversion.MonthAverage, Currency: { } target })
        {
            return this;
        }

        var currencies = Loads.SelectMany(l => l.Currencies).ToHashSet(StringComparer.Ordinal);
        var needed = rates.To(target).Where(r => currencies.Contains(r.From.Code)).ToList();
        return needed.Count == 0 ? this : this with { Conversion = (target, needed) };
    }

    private string Converted(string table) =>
        Conversion is { } conversion
            ? ConvertedSql.Of(table, conversion.Target, conversion.Rates)
            : table;

    /// <summary>Schemas of loads differ in their <c>x_</c> columns only, so names are matched only when one of these is read.</summary>
    private string Read(string options)
    {
        var byName = NeedsExtraColumns ? ", union_by_name = true" : "";
        return $"read_parquet({SqlText.List(Files)}, hive_partitioning = false{byName}{options})";
    }
}
