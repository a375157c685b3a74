using Outlay.Ingest.Formats;

namespace Outlay.Connectors.Gcp.BillingExport;

/// <summary>
/// How fees of committed use reach the usage that they cover: the common beginning of the mapping and of its totals. Shares are whole
/// numbers of a small unit, divided as whole numbers, so that they add up to the fee to the last digit.
/// </summary>
internal static class CommitmentSql
{
    /// <summary>The columns of a line as one of its pieces has them.</summary>
    public static IReadOnlyList<(string Word, string Sql)> Pieces { get; } =
    [
        ("cost_piece", Piece("cost", 12)),
        ("list_piece", Piece("cost_at_list", 12)),
        ("contracted_piece", Piece("cost_at_effective_price_default", 12)),
        // Units such as byte-seconds reach fifteen digits before the point.
        ("used_piece", Piece("used", 6)),
        ("priced_piece", Piece("priced", 6)),
    ];

    /// <summary>The relations from <c>lines</c> to <c>pieces</c>, over <c>native</c>.</summary>
    public static string Of(string creditList, string credited) =>
        MappingSql.Fragment(
            typeof(CommitmentSql),
            "commitments.sql",
            [
                ("credit_list", creditList),
                ("credited", credited),
                ("claim_kind", Kind("claim.is_spend", "claim.words")),
                ("fee_kind", Kind("is_spend", "lower(sku_text)")),
            ]
        );

    // Fees and credits have no id in common in older exports; then the kind of machine part must do, or the service for committed spend.
    private static string Kind(string isSpend, string text) =>
        $"""
            CASE
              WHEN {isSpend} THEN 'spend ' || service_text
              WHEN regexp_matches({text}, '\b(v?cpus?|cores?)\b') THEN 'cpu'
              WHEN regexp_matches({text}, '\b(ram|memory)\b') THEN 'ram'
              WHEN regexp_matches({text}, '\bgpus?\b') THEN 'gpu'
              WHEN regexp_matches({text}, '\bssd\b') THEN 'ssd'
            END
            """;

    // The difference of two cumulated parts, which leaves nothing over.
    private static string Piece(string column, int digits) =>
        $"{UpTo(column, "weight_to", digits)} - {UpTo(column, "weight_to - weight", digits)}";

    private static string UpTo(string column, string weight, int digits) =>
        $"""
            CASE {weight} WHEN weight_all THEN {column} WHEN 0 THEN {column} - {column}
              ELSE CAST(CAST(CAST(CAST({column} AS DECIMAL(38, {digits})) * 1{new string('0', digits)} AS HUGEINT) * ({weight}) // weight_all AS DECIMAL({38
                - digits}, 0)) * CAST('0.{new string('0', digits - 1)}1' AS DECIMAL({digits}, {digits})) AS DECIMAL(38, 18)) END
            """;
}
