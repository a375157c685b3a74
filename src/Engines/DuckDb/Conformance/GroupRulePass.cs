using DuckDB.NET.Data;
using Outlay.Focus.Conformance;

namespace Outlay.Engines.DuckDb.Conformance;

/// <summary>Checks a rule on groups of rows: one grouped query, of which only the broken groups' number and first few come back.</summary>
internal sealed class GroupRulePass(
    DuckDBConnection connection,
    int examples,
    CancellationToken cancellationToken
)
{
    public Finding? Run(GroupRule rule)
    {
        var sql =
            $"SELECT count(*), {ExampleJson.Aggregate("first_row", "shown", examples, null)} FROM ("
            + $"SELECT min({ConformanceRelation.RowNumber}) AS first_row, {rule.Shows} AS shown"
            + $" FROM {ConformanceRelation.Name} WHERE {rule.Where}"
            + $" GROUP BY {string.Join(", ", rule.Keys)} HAVING {rule.Broken})";
        var (count, shown) = connection
            .Read(
                sql,
                r => (r.GetInt64(0), r.IsDBNull(1) ? null : r.GetString(1)),
                cancellationToken
            )
            .Single();
        return count == 0
            ? null
            : new Finding(
                rule.Id,
                rule.Severity,
                rule.Column,
                rule.Message,
                count,
                ExampleJson.Read(shown)
            );
    }
}
