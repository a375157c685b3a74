using Outlay.Kernel;

namespace Outlay.Query;

/// <summary>Which cost is summed.</summary>
public enum CostMetric
{
    /// <summary>FOCUS BilledCost: what the invoice says.</summary>
    Billed,

    /// <summary>FOCUS EffectiveCost: amortised, prepaid commitments spread over what they cover.</summary>
    Effective,

    /// <summary>FOCUS ContractedCost: after negotiated, before commitment discounts.</summary>
    Contracted,

    /// <summary>FOCUS ListCost: public prices.</summary>
    List,
}

/// <summary>Width of a time bucket, UTC. Weeks start on Monday.</summary>
public enum TimeGrain
{
    /// <summary>One bucket for the whole range.</summary>
    None,

    /// <summary>Hours.</summary>
    Hour,

    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks.</summary>
    Week,

    /// <summary>Months.</summary>
    Month,

    /// <summary>Quarters.</summary>
    Quarter,

    /// <summary>Years.</summary>
    Year,
}

/// <summary>Charge categories that a query may leave out.</summary>
[Flags]
public enum ChargeSwitches
{
    /// <summary>Nothing is left out.</summary>
    None = 0,

    /// <summary>Rows with ChargeCategory Tax.</summary>
    Tax = 1,

    /// <summary>Rows with ChargeCategory Credit.</summary>
    Credits = 2,

    /// <summary>Rows with ChargeCategory Purchase.</summary>
    Purchases = 4,
}

/// <summary>What becomes of amounts in other currencies than the one reported.</summary>
public enum Conversion
{
    /// <summary>They stand apart.</summary>
    None,

    /// <summary>They are converted by the average rate of their billing period; without one they stand apart.</summary>
    MonthAverage,
}

/// <summary>What the rows of a result are sorted by.</summary>
public enum SortKey
{
    /// <summary>Cost in the range.</summary>
    Cost,

    /// <summary>Cost in the comparison range.</summary>
    Prior,

    /// <summary>Difference between the two.</summary>
    Change,

    /// <summary>Difference in percent of the comparison range.</summary>
    ChangePercent,

    /// <summary>The group's names, in order.</summary>
    Name,
}

/// <summary>Sort order of a result.</summary>
/// <param name="Key">What to sort by.</param>
/// <param name="Descending">Largest first.</param>
public readonly record struct CostSort(SortKey Key, bool Descending)
{
    /// <summary>Largest cost first.</summary>
    public static CostSort Default => new(SortKey.Cost, Descending: true);
}

/// <summary>
/// The one question every face asks: how much, over which time, of what, split by what. It means the same on the web page, the
/// REST API, the command line and MCP; see <see cref="CostQueryUrl"/> for its URL form and <see cref="CostQueryJson"/> for its
/// JSON form, both lossless.
/// </summary>
public sealed record CostQuery
{
    /// <summary>Most rows one page of a result may have.</summary>
    public const int MaxPageSize = 1000;

    /// <summary>The time range: a preset that moves with the calendar, or fixed days.</summary>
    public Period Period { get; init; } = Period.MonthToDate;

    /// <summary>Time buckets.</summary>
    public TimeGrain Grain { get; init; } = TimeGrain.Day;

    /// <summary>Which cost.</summary>
    public CostMetric Metric { get; init; } = CostMetric.Effective;

    /// <summary>The billing currency to report; null gives every currency its own rows and totals. Currencies are never added.</summary>
    public Currency? Currency { get; init; }

    /// <summary>Whether amounts in other currencies are converted to <see cref="Currency"/>; it needs one.</summary>
    public Conversion Convert { get; init; }

    /// <summary>Up to three dimensions to split by; empty for the total alone.</summary>
    public IReadOnlyList<Dimension> GroupBy { get; init; } = [];

    /// <summary>Which charges count.</summary>
    public CostFilter Filter { get; init; } = CostFilter.All;

    /// <summary>Charge categories left out.</summary>
    public ChargeSwitches Exclude { get; init; }

    /// <summary>What the range is compared with.</summary>
    public Comparison Compare { get; init; } = Comparison.None;

    /// <summary>Keep the N largest groups (by absolute cost) and sum the rest as "Other"; null keeps all and pages them.</summary>
    public int? Top { get; init; }

    /// <summary>Order of the rows; "Other" is always last.</summary>
    public CostSort Sort { get; init; } = CostSort.Default;

    /// <summary>Page number from 1; used when <see cref="Top"/> is null.</summary>
    public int Page { get; init; } = 1;

    /// <summary>Rows a page, 1 to <see cref="MaxPageSize"/>.</summary>
    public int PageSize { get; init; } = 50;

    /// <summary>Whether the two ask the same.</summary>
    public bool Equals(CostQuery? other) =>
        other is not null
        && Period == other.Period
        && (Grain, Metric, Currency, Convert, Exclude)
            == (other.Grain, other.Metric, other.Currency, other.Convert, other.Exclude)
        && GroupBy.SequenceEqual(other.GroupBy)
        && Filter == other.Filter
        && Compare == other.Compare
        && (Top, Sort, Page, PageSize) == (other.Top, other.Sort, other.Page, other.PageSize);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(Period, Grain, Metric, GroupBy.Count, Filter, Compare, Top, Page);
}
