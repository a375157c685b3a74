namespace Outlay.Connectors.FocusFiles;

/// <summary>A known defect of a provider's FOCUS export, mended row by row and recorded in <c>x_Repairs</c>. It never touches BilledCost.</summary>
/// <param name="Name">Name in <c>x_Repairs</c>.</param>
/// <param name="Columns">The lake columns that it mends, with what stands there instead.</param>
/// <param name="When">Condition that a row has the defect; never null for a row.</param>
internal sealed record Repair(string Name, IReadOnlyDictionary<string, string> Columns, string When)
{
    /// <summary>A column's expression with the repairs that concern it.</summary>
    public static string Apply(IReadOnlyList<Repair> repairs, string column, string sql)
    {
        foreach (var repair in repairs)
        {
            if (repair.Columns.TryGetValue(column, out var mended))
            {
                sql = $"CASE WHEN {repair.When} THEN {mended} ELSE {sql} END";
            }
        }

        return sql;
    }

    /// <summary>The names of the repairs that a row had, joined by commas; null for a row that was right.</summary>
    public static string Record(IReadOnlyList<Repair> repairs) =>
        $"nullif(concat_ws(',', {string.Join(", ", repairs.Select(r => $"CASE WHEN {r.When} THEN '{r.Name}' END"))}), '')";
}
