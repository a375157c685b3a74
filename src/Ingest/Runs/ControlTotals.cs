using System.Globalization;
using Outlay.Kernel;
using Outlay.Lake;
using Outlay.Lake.Sources;

namespace Outlay.Ingest.Runs;

/// <summary>Holds what was read from the sources against what was written to the lake.</summary>
internal static class ControlTotals
{
    public static IReadOnlyList<ControlTotal> Of(
        Delivery delivery,
        IReadOnlyList<CurrencyTotal> lake
    )
    {
        var source = delivery
            .Files.SelectMany(f => f.Totals!.Totals)
            .Where(t => t.Period == delivery.Period)
            .GroupBy(t => t.Total.Currency, t => t.Total, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Aggregate(Add), StringComparer.Ordinal);
        return
        [
            .. source
                .Keys.Union(lake.Select(t => t.Currency), StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(currency =>
                    Pair(
                        currency,
                        source.GetValueOrDefault(currency),
                        lake.FirstOrDefault(t => t.Currency == currency)
                    )
                ),
        ];
    }

    public static Problem Disagree(Delivery delivery, ControlTotal total) =>
        new(
            ProblemKind.Invalid,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{delivery.Period} of {delivery.Connection} is not published: in {total.Currency} the files hold {total.SourceRows} rows, billed {total.SourceBilled}, effective {total.SourceEffective}, but {total.LakeRows} rows, {total.LakeBilled} and {total.LakeEffective} arrived in the lake."
            ),
            "The last published load stands. Retry; if it happens again, report it with the file's header."
        );

    public static Problem RollupDisagrees(Delivery delivery) =>
        new(
            ProblemKind.Invalid,
            $"{delivery.Period} of {delivery.Connection} is not published: its daily rollup does not add up to its charges.",
            "The last published load stands. Retry; if it happens again, report it with the file's header."
        );

    /// <summary>Used and unused commitment must be what the commitment costs (FOCUS: amortisation moves cost, it makes none).</summary>
    public static Problem Unbalanced(
        Delivery delivery,
        IReadOnlyList<CommitmentBalance> commitments
    )
    {
        var first = commitments[0];
        var more =
            commitments.Count > 1
                ? string.Create(CultureInfo.InvariantCulture, $" And {commitments.Count - 1} more.")
                : "";
        return new(
            ProblemKind.Invalid,
            $"{delivery.Period} of {delivery.Connection} is not published: the commitment {first.CommitmentDiscountId} costs {first.Due} {first.Currency}, fee and share of upfront, but its used and unused rows add up to {first.Spread}.{more}",
            "The last published load stands. Rows of the commitment are missing or come twice in the export: fetch it again, all its files together. A report with chosen columns needs those of its commitments, such as total and used commitment of Savings Plans."
        );
    }

    private static ControlTotal Pair(string currency, CurrencyTotal? source, CurrencyTotal? lake) =>
        new(
            currency,
            source?.Rows ?? 0,
            lake?.Rows ?? 0,
            source?.Billed ?? "0",
            lake?.Billed ?? "0",
            source?.Effective ?? "0",
            lake?.Effective ?? "0"
        );

    private static CurrencyTotal Add(CurrencyTotal left, CurrencyTotal right) =>
        new(
            left.Currency,
            left.Rows + right.Rows,
            ExactText.Add(left.Billed, right.Billed),
            ExactText.Add(left.Effective, right.Effective)
        );
}
