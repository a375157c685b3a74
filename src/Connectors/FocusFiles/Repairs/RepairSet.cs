using Outlay.Lake.Sources;

namespace Outlay.Connectors.FocusFiles.Repairs;

/// <summary>What is mended in the files of one provider.</summary>
/// <param name="Identity">Part of the mapping's identity; grows with every change of the repairs.</param>
/// <param name="All">The repairs.</param>
internal sealed record RepairSet(string Identity, IReadOnlyList<Repair> All)
{
    /// <summary>The column that names the repairs of a row.</summary>
    public const string Column = "x_Repairs";

    /// <summary>More <c>x_</c> columns: what a repair would lose otherwise.</summary>
    public IReadOnlyList<(string Name, string Sql)> Kept { get; init; } = [];

    /// <summary>Whether the provider may deliver the same usage several times, as Azure's daily runs of the month to date do.</summary>
    public bool MayComeTwice { get; init; }

    /// <summary>The repairs for a file; null when it is from nobody whose faults are known.</summary>
    public static RepairSet? For(FocusSource source) =>
        AzureRepairs.For(source) ?? OracleRepairs.For(source) ?? GoogleRepairs.For(source);

    /// <summary>Names of a row's repairs, separated by commas; null when it was left as it is.</summary>
    public string Names(string before)
    {
        var names = All.Select(r => $"CASE WHEN {r.When} THEN {SourceSql.Literal(r.Name)} END");
        return $"nullif(concat_ws(',', {string.Join(", ", names.Prepend(before))}), '')";
    }

    /// <summary>A column's value, mended where its repairs hold.</summary>
    public string Mend(string column, string value)
    {
        var cases = string.Concat(
            All.Where(r => r.Column == column).Select(r => $" WHEN {r.When} THEN {r.Value}")
        );
        return cases.Length == 0 ? value : $"CASE{cases} ELSE {value} END";
    }

    /// <summary>Condition of the rows in which a column is mended.</summary>
    public string Mended(string column)
    {
        var conditions = All.Where(r => r.Column == column).Select(r => $"({r.When})").ToList();
        return conditions.Count == 0 ? "false" : string.Join(" OR ", conditions);
    }
}
