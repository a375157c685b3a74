using Outlay.Kernel;

namespace Outlay.Query;

/// <summary>Which table answered.</summary>
public enum CostSource
{
    /// <summary>The daily rollup.</summary>
    Daily,

    /// <summary>Every charge.</summary>
    Charges,
}

/// <summary>One time bucket, clipped to the range.</summary>
/// <param name="Start">First instant, UTC.</param>
/// <param name="End">Instant after the last one, UTC.</param>
/// <param name="Incomplete">Whether deliveries for it are still to come.</param>
public sealed record TimeBucket(DateTime Start, DateTime End, bool Incomplete);

/// <summary>Totals of everything the filter lets through, one for each currency.</summary>
/// <param name="Currency">Billing currency of the amounts.</param>
/// <param name="Cost">Sum over the range.</param>
/// <param name="Prior">Sum over the comparison range; null without comparison.</param>
/// <param name="Charges">Number of charges in the range.</param>
/// <param name="Cells">Sum for each bucket; empty with grain None.</param>
/// <param name="PriorCells">Sums of the comparison range by its own buckets of the same grain, aligned by position; empty without comparison.</param>
public sealed record CostTotal(
    Currency Currency,
    decimal Cost,
    decimal? Prior,
    long Charges,
    IReadOnlyList<decimal> Cells,
    IReadOnlyList<decimal> PriorCells
);

/// <summary>One group of one currency.</summary>
/// <param name="Currency">Billing currency of the amounts.</param>
/// <param name="Keys">The group's value in each group-by dimension, in order; null where charges have none.</param>
/// <param name="Cost">Sum over the range.</param>
/// <param name="Prior">Sum over the comparison range, 0 when it had none; null without comparison.</param>
/// <param name="Charges">Number of charges in the range.</param>
/// <param name="Cells">Sum for each bucket; empty with grain None.</param>
/// <param name="IsOther">Whether it sums the groups beyond the top N; its keys are null.</param>
/// <param name="OtherGroups">How many groups it sums; 0 unless <paramref name="IsOther"/>.</param>
public sealed record CostRow(
    Currency Currency,
    IReadOnlyList<string?> Keys,
    decimal Cost,
    decimal? Prior,
    long Charges,
    IReadOnlyList<decimal> Cells,
    bool IsOther = false,
    int OtherGroups = 0
)
{
    /// <summary>Cost minus prior; null without comparison.</summary>
    public decimal? Change => Cost - Prior;

    /// <summary>Change as a fraction of the prior cost's size; null without comparison or when there was none ("new").</summary>
    public decimal? ChangeRatio =>
        Prior is null or 0 ? null : (Cost - Prior) / Math.Abs(Prior.Value);
}

/// <summary>The answer to a <see cref="CostQuery"/>.</summary>
public sealed record CostTable
{
    /// <summary>The question.</summary>
    public required CostQuery Query { get; init; }

    /// <summary>The days it was asked for.</summary>
    public required DateRange Range { get; init; }

    /// <summary>The days it was compared with; null without comparison.</summary>
    public DateRange? PriorRange { get; init; }

    /// <summary>The buckets, without gaps; empty with grain None.</summary>
    public required IReadOnlyList<TimeBucket> Buckets { get; init; }

    /// <summary>Totals by currency, largest first. With a reporting currency, that one alone (even when 0).</summary>
    public required IReadOnlyList<CostTotal> Totals { get; init; }

    /// <summary>Amounts that the reporting currency leaves apart; empty without one. Cells are empty.</summary>
    public required IReadOnlyList<CostTotal> OtherCurrencies { get; init; }

    /// <summary>The groups of this page.</summary>
    public required IReadOnlyList<CostRow> Rows { get; init; }

    /// <summary>Number of groups before top N and paging.</summary>
    public required int GroupCount { get; init; }

    /// <summary>Which table answered.</summary>
    public required CostSource Source { get; init; }

    /// <summary>Revision of the lake it was answered from.</summary>
    public required long Revision { get; init; }

    /// <summary>Time in the engine.</summary>
    public required TimeSpan Elapsed { get; init; }
}
