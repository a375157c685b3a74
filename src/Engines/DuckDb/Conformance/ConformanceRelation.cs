using DuckDB.NET.Data;
using Outlay.Focus;
using Outlay.Focus.Conformance;

namespace Outlay.Engines.DuckDb.Conformance;

/// <summary>Makes the relation that rules are written against, as <see cref="ConformanceView"/> describes it.</summary>
internal static class ConformanceRelation
{
    /// <summary>Its name.</summary>
    public const string Name = "charges";

    /// <summary>The column that numbers rows from 1.</summary>
    public const string RowNumber = "source_row";

    private const int LongestPlaceholder = 14;

    // Tried before the cast, which takes 4/1/25 for a day of the year 4.
    private const string SlashForms =
        "['%m/%d/%y', '%m/%d/%Y', '%m/%d/%Y %H:%M:%S', '%m/%d/%Y %H:%M']";

    // Without seconds: what the cast does not know.
    private const string ShortForms = "['%Y-%m-%dT%H:%MZ', '%Y-%m-%dT%H:%M']";

    public static void Create(
        DuckDBConnection connection,
        string relation,
        FocusHeader header,
        CancellationToken cancellationToken
    )
    {
        var present = header
            .Columns.Select(ConformanceView.NameOf)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        string[] stages =
        [
            List(
                Columns(c =>
                    $"{(present.Contains(c) ? SqlText.Name(c) : "CAST(NULL AS VARCHAR)")} AS {c}_raw"
                )
            ),
            List(Of(FocusType.Decimal, c => $"TRY_CAST({c}_raw AS DECIMAL(38,18)) AS {c}_n")),
            List(Columns(c => $"{(present.Contains(c) ? Cleaned(c) : $"{c}_raw")} AS {c}")),
            List([
                .. Of(FocusType.DateTime, c => $"{Instant(c)} AS {c}_t"),
                .. Of(FocusType.KeyValue, Object),
                .. Of(FocusType.Json, Object),
            ]),
            List([
                .. Of(FocusType.KeyValue, Keys),
                .. Of(FocusType.Json, Keys),
                .. ConformanceView.ElementLists.Select(Elements),
            ]),
        ];
        var sql = stages
            .Skip(1)
            .Aggregate(
                $"SELECT file_row_number + 1 AS {RowNumber}, {stages[0]} FROM {relation}",
                (inner, stage) => $"SELECT *, {stage} FROM ({inner})"
            );
        connection.Execute($"CREATE TEMP VIEW {Name} AS {sql}", cancellationToken);
    }

    private static IEnumerable<string> Columns(Func<string, string> write) =>
        ConformanceView.Columns.Select(write);

    private static IEnumerable<string> Of(FocusType type, Func<string, string> write) =>
        FocusColumns.All.Where(c => c.Type == type).Select(c => write(c.Name));

    private static string List(IEnumerable<string> expressions) => string.Join(", ", expressions);

    // What reads as a number is no placeholder; of the rest nearly every text is told by its length, and the list is costly.
    private static string Cleaned(string column)
    {
        var number =
            FocusColumns.Find(column)?.Type == FocusType.Decimal ? $"{column}_n IS NULL AND " : "";
        return $"CASE WHEN {number}length({column}_raw) <= {LongestPlaceholder}"
            + $" AND upper(trim({column}_raw)) IN ({List(ConformanceView.Placeholders.Select(SqlText.Literal))})"
            + $" THEN NULL ELSE {column}_raw END";
    }

    private static string Object(string column) =>
        $"CASE WHEN starts_with(ltrim({column}), '{{') AND json_valid({column}) THEN {column} END AS {column}_j";

    private static string Keys(string column) => $"json_keys({column}_j) AS {column}_keys";

    private static string Elements(KeyValuePair<string, string> list) =>
        $"json_extract({list.Key}_j, '$.{list.Value}[*]') AS {list.Key}_elements";

    private static string Instant(string column) =>
        $"CASE WHEN length({column}) = 20 AND ends_with({column}, 'Z') THEN TRY_CAST({column} AS TIMESTAMP)"
        + $" WHEN contains({column}, '/') THEN try_strptime({column}, {SlashForms})"
        + $" WHEN {column} IS NOT NULL THEN coalesce(CAST(TRY_CAST({column} AS TIMESTAMPTZ) AS TIMESTAMP), try_strptime({column}, {ShortForms})) END";
}
