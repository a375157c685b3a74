using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Anomalies.Changes;

/// <summary>Asks what changed between two periods, and explains it.</summary>
public sealed class ChangeQueries(IQueryEngine engine)
{
    /// <summary>The change of a question's cost against its comparison; against the period before when it names none.</summary>
    public async Task<Result<ChangeReport>> ReadAsync(
        CostQuery query,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Compare.Kind == ComparisonKind.None)
        {
            query = query with { Compare = Comparison.Prior };
        }

        if (CostQueryRules.Check(query) is { } problem)
        {
            return problem;
        }

        var grain = new ChangeGrain(query.GroupBy);
        var answer = await engine.ChangesAsync(
            new(query, grain.Dimensions, ChangeGrain.Kept),
            cancellationToken
        );
        if (!answer.IsOk)
        {
            return answer.Problem;
        }

        var table = answer.Value;
        return new ChangeReport(
            query,
            table.Range,
            table.PriorRange,
            [
                .. table
                    .Lines.GroupBy(l => l.Currency)
                    .Select(c => Explain(c.Key, [.. c], grain, query, table.Range))
                    .OrderByDescending(c => Math.Abs(c.Whole.Difference)),
            ],
            table.Revision
        );
    }

    private static CurrencyChange Explain(
        Currency currency,
        List<ChangesLine> lines,
        ChangeGrain grain,
        CostQuery query,
        DateRange range
    )
    {
        var rows = lines
            .GroupBy(l => RowKey.Of(l, grain))
            .Select(g => Row(g.Key, g, grain))
            .ToList();
        var explained = ChangeExplanation.Explain([.. rows.Select(r => r.Row)]);
        var scope = query with
        {
            Period = Period.Of(range),
            Currency = currency,
            Grain = TimeGrain.None,
            GroupBy = [],
            Compare = Comparison.None,
            Top = null,
            Sort = CostSort.Default,
            Page = 1,
            PageSize = new CostQuery().PageSize,
        };
        var skus = explained
            .Rows.Zip(rows, (e, r) => (Sku: Sku(e, r.Keys, r.IsRest, grain, scope), r.IsRest))
            .OrderByDescending(s => Math.Abs(s.Sku.Difference))
            .ToList();
        return new(
            currency,
            ChangedGroup.Of([], skus.Select(s => s.Sku), isRest: false),
            [
                .. skus.GroupBy(s => (string.Join('\u001f', s.Sku.Groups.Select(Text)), s.IsRest))
                    .Select(g =>
                        ChangedGroup.Of(g.First().Sku.Groups, g.Select(s => s.Sku), g.Key.IsRest)
                    )
                    .OrderBy(g => g.IsRest)
                    .ThenByDescending(g => Math.Abs(g.Difference)),
            ],
            [.. skus.Select(s => s.Sku)],
            lines.Sum(l => l.Rest)
        );
    }

    // Covered and uncovered use of a SKU is one row: what a commitment saved is the difference of its prices.
    private static (IReadOnlyList<string?> Keys, bool IsRest, ChangeRow Row) Row(
        RowKey key,
        IEnumerable<ChangesLine> lines,
        ChangeGrain grain
    )
    {
        var all = lines.ToList();
        var keys = all[0].Keys;
        return (
            keys,
            key.IsRest,
            new(
                Text(ChangeGrain.Sku(keys)),
                [key.Identity, key.IsRest ? "rest" : ""],
                Text(ChangeGrain.Service(keys)),
                Text(ChangeGrain.Unit(keys)),
                key.Kind,
                Sum(all.Select(l => l.Before)),
                Sum(all.Select(l => l.After))
            )
        );
    }

    private static PeriodAmounts Sum(IEnumerable<ChangesSums> sums)
    {
        var all = sums.ToList();
        return new(
            all.TrueForAll(s => s.Quantity is null) ? null : all.Sum(s => s.Quantity ?? 0),
            all.Sum(s => s.List),
            all.Sum(s => s.Contracted),
            all.Sum(s => s.Cost)
        );
    }

    private static ChangedSku Sku(
        ExplainedRow explained,
        IReadOnlyList<string?> keys,
        bool isRest,
        ChangeGrain grain,
        CostQuery scope
    )
    {
        var row = explained.Row;
        return new(
            grain.Groups(keys),
            ChangeGrain.Service(keys),
            ChangeGrain.Sku(keys),
            ChangeGrain.Meter(keys),
            ChangeGrain.Account(keys),
            ChangeGrain.Region(keys),
            ChangeGrain.Unit(keys),
            row.Kind,
            row.Before,
            row.After,
            explained.Parts,
            explained.Note,
            isRest ? null : scope with { Filter = grain.Charges(scope.Filter, row.Kind, keys) }
        );
    }

    // A charge without a value is another one than a charge whose value is an empty text.
    private static string Text(string? value) => value ?? "\0";

    private sealed record RowKey(string Identity, ChargeKind Kind, bool IsRest)
    {
        public static RowKey Of(ChangesLine line, ChangeGrain grain) =>
            new(
                string.Join('\u001f', grain.Identity(line.Keys).Select(Text)),
                ChangeGrain.Kind(line.Keys),
                line.IsRest
            );
    }
}
