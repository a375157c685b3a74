using Outlay.Query;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>Which groups are shown, and in what order: currency by currency, the one with the largest total first.</summary>
internal static class RowSql
{
    public static string Shown(
        CostQuestion question,
        IReadOnlyList<string> keys,
        SqlParameters parameters
    )
    {
        var query = question.Query;
        var names = string.Join(", ", keys.Select(k => $"{k} NULLS LAST"));
        var order = $"{Currencies(query)}{Sort(question, keys)}, abs(cost) DESC, {names}";
        if (query.Top is { } top)
        {
            return $"""
                SELECT *, row_number() OVER (ORDER BY {order}) AS pos FROM (
                  SELECT *, sum(cost) OVER (PARTITION BY cur) AS total FROM groups
                  QUALIFY row_number() OVER (PARTITION BY cur ORDER BY abs(cost) DESC, abs(prior) DESC, {names}) <= {parameters.Add(
                    top
                )})
                """;
        }

        var skip = (query.Page - 1L) * query.PageSize;
        return $"""
            SELECT *, row_number() OVER (ORDER BY {order}) AS pos FROM (
              SELECT *{(
                query.Currency is null ? ", sum(cost) OVER (PARTITION BY cur) AS total" : ""
            )} FROM groups)
            ORDER BY {order} LIMIT {parameters.Add(query.PageSize)} OFFSET {parameters.Add(skip)}
            """;
    }

    private static string Currencies(CostQuery query) =>
        query.Currency is null ? "total DESC, cur, " : "";

    private static string Sort(CostQuestion question, IReadOnlyList<string> keys)
    {
        var (key, descending) = (question.Query.Sort.Key, question.Query.Sort.Descending);
        if (question.PriorRange is null && key != SortKey.Name)
        {
            key = SortKey.Cost;
        }

        var by = key switch
        {
            SortKey.Cost => ["cost"],
            SortKey.Prior => ["prior"],
            SortKey.Change => ["cost - prior"],
            SortKey.ChangePercent => ["CASE WHEN prior <> 0 THEN (cost - prior) / abs(prior) END"],
            SortKey.Name => keys.SelectMany((k, i) => Name(question.Query.GroupBy[i], k)).ToArray(),
            _ => throw new ArgumentOutOfRangeException(nameof(question)),
        };
        return string.Join(", ", by.Select(b => $"{b} {(descending ? "DESC" : "ASC")} NULLS LAST"));
    }

    private static IEnumerable<string> Name(Dimension dimension, string key) =>
        DimensionSql.IsInstant(dimension) ? [key] : [$"lower({key})", key];
}
