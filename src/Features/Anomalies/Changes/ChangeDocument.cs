using Outlay.Query;

namespace Outlay.Anomalies.Changes;

/// <summary>What changed between two periods as JSON, the same from the REST API, MCP and the command line.</summary>
/// <param name="Query">The question in its URL form.</param>
/// <param name="From">First day of the later period, UTC.</param>
/// <param name="To">Its last day.</param>
/// <param name="PriorFrom">First day of the earlier period.</param>
/// <param name="PriorTo">Its last day.</param>
/// <param name="Metric">Which cost: billed, effective, contracted or list.</param>
/// <param name="GroupBy">The dimensions of the groups' keys, in order.</param>
/// <param name="Currencies">The change of each currency; amounts of different currencies are never added.</param>
/// <param name="Revision">Revision of the lake it was answered from.</param>
public sealed record ChangeDocument(
    string Query,
    DateOnly From,
    DateOnly To,
    DateOnly PriorFrom,
    DateOnly PriorTo,
    string Metric,
    IReadOnlyList<string> GroupBy,
    IReadOnlyList<CurrencyChangeDocument> Currencies,
    long Revision
)
{
    /// <summary>The document of a report, with as many groups and SKUs of each currency as the question's page has rows.</summary>
    public static ChangeDocument Of(ChangeReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new(
            CostQueryUrl.Format(report.Query),
            report.Range.From,
            report.Range.Last,
            report.PriorRange.From,
            report.PriorRange.Last,
            CostWords.Metrics.Of(report.Query.Metric),
            [.. report.Query.GroupBy.Select(d => d.Key)],
            [.. report.Currencies.Select(c => CurrencyChangeDocument.Of(c, report.Query.PageSize))],
            report.Revision
        );
    }
}

/// <summary>What changed in one currency.</summary>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Before">Cost of the earlier period.</param>
/// <param name="After">Cost of the later period.</param>
/// <param name="Change">After minus before.</param>
/// <param name="Parts">The causes and their parts, which add up to the change exactly.</param>
/// <param name="Groups">The same by group, the largest change first.</param>
/// <param name="GroupCount">Number of groups.</param>
/// <param name="Skus">The same by SKU, account and region, the largest change first.</param>
/// <param name="SkuCount">Number of SKUs.</param>
public sealed record CurrencyChangeDocument(
    string Currency,
    decimal Before,
    decimal After,
    decimal Change,
    IReadOnlyDictionary<string, decimal> Parts,
    IReadOnlyList<ChangedGroupDocument> Groups,
    int GroupCount,
    IReadOnlyList<ChangedSkuDocument> Skus,
    int SkuCount
)
{
    internal static CurrencyChangeDocument Of(CurrencyChange change, int most) =>
        new(
            change.Currency.Code,
            change.Whole.Before,
            change.Whole.After,
            change.Whole.Difference,
            Of(change.Whole.Parts),
            [
                .. change
                    .Groups.Take(most)
                    .Select(g => new ChangedGroupDocument(
                        g.Keys,
                        g.Before,
                        g.After,
                        g.Difference,
                        Of(g.Parts),
                        g.IsRest
                    )),
            ],
            change.Groups.Count,
            [.. change.Skus.Take(most).Select(ChangedSkuDocument.Of)],
            change.Skus.Count
        );

    internal static IReadOnlyDictionary<string, decimal> Of(ChangeParts parts) =>
        ChangeCause.All.ToDictionary(c => c.Key, c => c.Of(parts), StringComparer.Ordinal);
}

/// <summary>What changed in a group.</summary>
/// <param name="Keys">Its value in each dimension of groupBy; null where charges have none.</param>
/// <param name="Before">Cost of the earlier period.</param>
/// <param name="After">Cost of the later period.</param>
/// <param name="Change">After minus before.</param>
/// <param name="Parts">The causes and their parts.</param>
/// <param name="IsRest">Whether it holds the smallest lines, which are explained as one.</param>
public sealed record ChangedGroupDocument(
    IReadOnlyList<string?> Keys,
    decimal Before,
    decimal After,
    decimal Change,
    IReadOnlyDictionary<string, decimal> Parts,
    bool IsRest
);

/// <summary>What changed of a SKU in an account and a region.</summary>
/// <param name="Service">Its service.</param>
/// <param name="Sku">Its SKU.</param>
/// <param name="Meter">Its meter.</param>
/// <param name="Account">Identifier of its account.</param>
/// <param name="Region">Identifier of its region.</param>
/// <param name="Unit">Unit of its quantity.</param>
/// <param name="Kind">usage, commitment, credit, tax or oneOff.</param>
/// <param name="QuantityBefore">Quantity of the earlier period; null where none is billed.</param>
/// <param name="QuantityAfter">Quantity of the later period.</param>
/// <param name="Before">Cost of the earlier period.</param>
/// <param name="After">Cost of the later period.</param>
/// <param name="Change">After minus before.</param>
/// <param name="Parts">The causes and their parts.</param>
/// <param name="IsCoarse">Whether price and usage could not be told apart, so that the change is usage.</param>
public sealed record ChangedSkuDocument(
    string? Service,
    string? Sku,
    string? Meter,
    string? Account,
    string? Region,
    string? Unit,
    string Kind,
    decimal? QuantityBefore,
    decimal? QuantityAfter,
    decimal Before,
    decimal After,
    decimal Change,
    IReadOnlyDictionary<string, decimal> Parts,
    bool IsCoarse
)
{
    internal static ChangedSkuDocument Of(ChangedSku sku) =>
        new(
            sku.Service,
            sku.Sku,
            sku.Meter,
            sku.Account,
            sku.Region,
            sku.Unit,
            Word(sku.Kind),
            sku.Before.Quantity,
            sku.After.Quantity,
            sku.Before.EffectiveCost,
            sku.After.EffectiveCost,
            sku.Difference,
            CurrencyChangeDocument.Of(sku.Parts),
            sku.Note != ChangeNote.None
        );

    /// <summary>A kind of charge in JSON and CSV.</summary>
    public static string Word(ChargeKind kind) =>
        kind == ChargeKind.OneOff ? "oneOff" : kind.ToString().ToLowerInvariant();
}
