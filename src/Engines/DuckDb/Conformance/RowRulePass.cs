using System.Data.Common;
using DuckDB.NET.Data;
using Outlay.Focus.Conformance;

namespace Outlay.Engines.DuckDb.Conformance;

/// <summary>Counts the rows that break each row rule in one pass over the file, then fetches examples for the broken ones in another.</summary>
internal sealed class RowRulePass(
    DuckDBConnection connection,
    int examples,
    CancellationToken cancellationToken
)
{
    public (long Rows, IReadOnlyList<Finding> Findings) Run(IReadOnlyList<RowRule> rules)
    {
        var counts = Counts(rules);
        var broken = rules
            .Select((rule, i) => (Rule: rule, Count: counts[i + 1]))
            .Where(r => r.Count > 0)
            .ToList();
        var shown = Examples([.. broken.Select(b => b.Rule)]);
        return (
            counts[0],
            [
                .. broken.Select(
                    (b, i) =>
                        new Finding(
                            b.Rule.Id,
                            b.Rule.Severity,
                            b.Rule.Column,
                            b.Rule.Message,
                            b.Count,
                            shown[i]
                        )
                ),
            ]
        );
    }

    private long[] Counts(IReadOnlyList<RowRule> rules) =>
        One(
            ["count(*)", .. rules.Select(r => $"count(*) FILTER (WHERE {r.Broken})")],
            (reader, i) => reader.GetInt64(i)
        );

    private IReadOnlyList<FindingExample>[] Examples(IReadOnlyList<RowRule> rules) =>
        rules.Count == 0
            ? []
            : One(
                [
                    .. rules.Select(r =>
                        ExampleJson.Aggregate(
                            ConformanceRelation.RowNumber,
                            r.Shows ?? $"{r.Column}_raw",
                            examples,
                            r.Broken
                        )
                    ),
                ],
                (reader, i) => ExampleJson.Read(reader.IsDBNull(i) ? null : reader.GetString(i))
            );

    private T[] One<T>(IReadOnlyList<string> aggregates, Func<DbDataReader, int, T> read) =>
        connection
            .Read(
                $"SELECT {string.Join(", ", aggregates)} FROM {ConformanceRelation.Name}",
                r => Enumerable.Range(0, aggregates.Count).Select(i => read(r, i)).ToArray(),
                cancellationToken
            )
            .Single();
}
