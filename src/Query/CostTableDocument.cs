using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Outlay.Query;

/// <summary>
/// The JSON form of a <see cref="CostTable"/>, the same from the REST API, MCP and the command line. Amounts are JSON numbers
/// written with every digit; read them as decimals, not as binary floating point, when the last digit matters.
/// </summary>
public sealed record CostTableDocument
{
    /// <summary>How it is written: camelCase, nulls included.</summary>
    public static JsonSerializerOptions Json { get; } =
        new(JsonSerializerDefaults.Web)
        {
            NumberHandling = JsonNumberHandling.Strict,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        };

    /// <summary>The question in its URL form; empty for the default one.</summary>
    public required string Query { get; init; }

    /// <summary>First day, UTC.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day, UTC, in the range.</summary>
    public required DateOnly To { get; init; }

    /// <summary>First day of the comparison; null without one.</summary>
    public required DateOnly? PriorFrom { get; init; }

    /// <summary>Last day of the comparison; null without one.</summary>
    public required DateOnly? PriorTo { get; init; }

    /// <summary>Which cost: billed, effective, contracted or list.</summary>
    public required string Metric { get; init; }

    /// <summary>Width of the buckets.</summary>
    public required string Grain { get; init; }

    /// <summary>The dimensions of the rows' keys, in order.</summary>
    public required IReadOnlyList<string> GroupBy { get; init; }

    /// <summary>The time buckets that cells stand for, in order; empty with grain none.</summary>
    public required IReadOnlyList<CostBucketDocument> Buckets { get; init; }

    /// <summary>Totals by currency; amounts of different currencies are never added.</summary>
    public required IReadOnlyList<CostTotalDocument> Totals { get; init; }

    /// <summary>What the reporting currency leaves apart.</summary>
    public required IReadOnlyList<CostTotalDocument> OtherCurrencies { get; init; }

    /// <summary>The groups of this page.</summary>
    public required IReadOnlyList<CostRowDocument> Rows { get; init; }

    /// <summary>Number of groups before top N and paging.</summary>
    public required int GroupCount { get; init; }

    /// <summary>Which table answered: daily or charges.</summary>
    public required string Source { get; init; }

    /// <summary>Revision of the lake it was answered from.</summary>
    public required long Revision { get; init; }

    /// <summary>Milliseconds in the engine.</summary>
    public required long ElapsedMs { get; init; }

    /// <summary>The document of a table.</summary>
    public static CostTableDocument Of(CostTable table) =>
        new()
        {
            Query = CostQueryUrl.Format(table.Query),
            From = table.Range.From,
            To = table.Range.Last,
            PriorFrom = table.PriorRange?.From,
            PriorTo = table.PriorRange?.Last,
            Metric = CostWords.Metrics.Of(table.Query.Metric),
            Grain = CostWords.Grains.Of(table.Query.Grain),
            GroupBy = [.. table.Query.GroupBy.Select(d => d.Key)],
            Buckets = [.. table.Buckets.Select(b => new CostBucketDocument(b))],
            Totals = [.. table.Totals.Select(t => new CostTotalDocument(t))],
            OtherCurrencies = [.. table.OtherCurrencies.Select(t => new CostTotalDocument(t))],
            Rows = [.. table.Rows.Select(r => new CostRowDocument(r))],
            GroupCount = table.GroupCount,
            Source = table.Source == CostSource.Daily ? "daily" : "charges",
            Revision = table.Revision,
            ElapsedMs = (long)table.Elapsed.TotalMilliseconds,
        };

    /// <summary>Change as a fraction of the prior cost's size, six digits; null when there was none.</summary>
    public static decimal? Ratio(decimal cost, decimal? prior) =>
        prior is null or 0 ? null : decimal.Round((cost - prior.Value) / Math.Abs(prior.Value), 6);
}

/// <summary>A time bucket.</summary>
/// <param name="Start">First instant, UTC.</param>
/// <param name="End">Instant after the last one, UTC.</param>
/// <param name="Incomplete">Whether deliveries for it are still to come.</param>
public sealed record CostBucketDocument(DateTime Start, DateTime End, bool Incomplete)
{
    internal CostBucketDocument(TimeBucket bucket)
        : this(
            DateTime.SpecifyKind(bucket.Start, DateTimeKind.Utc),
            DateTime.SpecifyKind(bucket.End, DateTimeKind.Utc),
            bucket.Incomplete
        ) { }
}

/// <summary>The total of one currency.</summary>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Cost">Sum over the range.</param>
/// <param name="Prior">Sum over the comparison; null without one.</param>
/// <param name="Change">Cost minus prior; null without comparison.</param>
/// <param name="ChangeRatio">Change as a fraction of prior; null when there was none.</param>
/// <param name="Charges">Number of charges.</param>
/// <param name="Cells">Sum for each bucket.</param>
/// <param name="PriorCells">Sums of the comparison's own buckets, aligned by position.</param>
public sealed record CostTotalDocument(
    string Currency,
    decimal Cost,
    decimal? Prior,
    decimal? Change,
    decimal? ChangeRatio,
    long Charges,
    IReadOnlyList<decimal> Cells,
    IReadOnlyList<decimal> PriorCells
)
{
    internal CostTotalDocument(CostTotal total)
        : this(
            total.Currency.Code,
            total.Cost,
            total.Prior,
            total.Cost - total.Prior,
            CostTableDocument.Ratio(total.Cost, total.Prior),
            total.Charges,
            total.Cells,
            total.PriorCells
        ) { }
}

/// <summary>One group of one currency.</summary>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Keys">Its value in each dimension of groupBy; null where charges have none.</param>
/// <param name="Cost">Sum over the range.</param>
/// <param name="Prior">Sum over the comparison; null without one.</param>
/// <param name="Change">Cost minus prior; null without comparison.</param>
/// <param name="ChangeRatio">Change as a fraction of prior; null when there was none.</param>
/// <param name="Charges">Number of charges.</param>
/// <param name="Cells">Sum for each bucket.</param>
/// <param name="IsOther">Whether it sums the groups beyond the top N.</param>
/// <param name="OtherGroups">How many groups it sums.</param>
public sealed record CostRowDocument(
    string Currency,
    IReadOnlyList<string?> Keys,
    decimal Cost,
    decimal? Prior,
    decimal? Change,
    decimal? ChangeRatio,
    long Charges,
    IReadOnlyList<decimal> Cells,
    bool IsOther,
    int OtherGroups
)
{
    internal CostRowDocument(CostRow row)
        : this(
            row.Currency.Code,
            row.Keys,
            row.Cost,
            row.Prior,
            row.Change,
            CostTableDocument.Ratio(row.Cost, row.Prior),
            row.Charges,
            row.Cells,
            row.IsOther,
            row.OtherGroups
        ) { }
}
