using DuckDB.NET.Data;
using Outlay.Focus;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>
/// Reads a page of charges in two steps: first where the largest lie, reading the cost and the filtered columns only, then these
/// rows whole. Sorting whole rows takes several times as long.
/// </summary>
internal sealed class ChargeReader(
    DuckDBConnection connection,
    CostQuestion question,
    CancellationToken cancellationToken
)
{
    private static readonly IReadOnlyList<FocusColumn> Focus = FocusColumns.Lake;

    /// <summary>The sum of the metric and the number of charges, by currency.</summary>
    public List<CostTotal> Sums(QuerySource source)
    {
        var parameters = new SqlParameters();
        var sql = $"""
            SELECT {source.CurrencyColumn}, coalesce(sum({CostSql.Metric(
                question.Query.Metric
            )}), 0), {source.CountOfCharges}
            FROM {source.Table} WHERE {ChargeFilter.Where(question, source, parameters)}
            GROUP BY 1 ORDER BY 2 DESC, 1
            """;
        return connection.Read(
            sql,
            r => new CostTotal(
                Currency.Parse(r.GetString(0)),
                r.GetDecimal(1),
                null,
                r.GetInt64(2),
                [],
                []
            ),
            cancellationToken,
            parameters.Values
        );
    }

    /// <summary>The charges of a page, each by column name, with the names of the columns that hold a value.</summary>
    public (List<string> Columns, List<Dictionary<string, string>> Rows) Page(
        QuerySource source,
        int offset,
        int limit
    )
    {
        var places = Places(source, offset, limit);
        var found = new Dictionary<(string, long), Dictionary<string, string>>();
        foreach (var file in places.GroupBy(p => p.File, p => p.Row, StringComparer.Ordinal))
        {
            ReadFile(source, file.Key, [.. file], found);
        }

        var rows = places.ConvertAll(p => found[p]);
        var used = rows.SelectMany(r => r.Keys).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var columns = Focus
            .Select(c => c.Name)
            .Concat(source.ExtraColumns.Order(StringComparer.Ordinal))
            .Where(used.Contains)
            .ToList();
        return (columns, rows);
    }

    private List<(string File, long Row)> Places(QuerySource source, int offset, int limit)
    {
        var parameters = new SqlParameters();
        var where = ChargeFilter.Where(question, source, parameters);
        var sql = $"""
            SELECT filename, file_row_number FROM {source.Rows} WHERE {where}
            ORDER BY abs({CostSql.Metric(
                question.Query.Metric
            )}) DESC NULLS LAST, filename, file_row_number
            LIMIT {parameters.Add(limit)} OFFSET {parameters.Add(offset)}
            """;
        return connection.Read(
            sql,
            r => (r.GetString(0), r.GetInt64(1)),
            cancellationToken,
            parameters.Values
        );
    }

    private void ReadFile(
        QuerySource source,
        string file,
        IReadOnlyList<long> rows,
        Dictionary<(string, long), Dictionary<string, string>> found
    )
    {
        var extra = source.Loads.First(l => l.ChargeFiles.Contains(file)).ExtraColumns;
        var columns = Focus.Select(ChargeText.Select).Concat(extra.Select(SqlText.Name));
        var parameters = new SqlParameters();
        var sql = $"""
            SELECT file_row_number, {string.Join(", ", columns)}
            FROM read_parquet({SqlText.List([
                file,
            ])}, file_row_number = true, hive_partitioning = false)
            WHERE file_row_number IN ({parameters.AddAll(rows.Select(r => (object?)r))})
            """;
        var read = connection.Read(
            sql,
            reader =>
            {
                var charge = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                for (var i = 0; i < Focus.Count + extra.Count; i++)
                {
                    var isFocus = i < Focus.Count;
                    var type = isFocus ? Focus[i].Type : FocusType.String;
                    if (ChargeText.Read(reader, i + 1, type) is { } text)
                    {
                        charge[isFocus ? Focus[i].Name : extra[i - Focus.Count]] = text;
                    }
                }

                return (Row: reader.GetInt64(0), Charge: charge);
            },
            cancellationToken,
            parameters.Values
        );
        foreach (var (row, charge) in read)
        {
            found[(file, row)] = charge;
        }
    }
}
