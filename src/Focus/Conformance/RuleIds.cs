namespace Outlay.Focus.Conformance;

/// <summary>The official ids of the checks that every column has, and ours for columns that 1.2 did not know.</summary>
internal static class RuleIds
{
    private static readonly Lazy<IReadOnlyDictionary<(string, string), string>> Official = new(() =>
        ReferenceTable
            .Read("rule-ids.csv")
            .ToDictionary(r => (r["Column"], r["Check"]), r => r["Id"])
    );

    public static string Presence(string column) => Find(column, "Presence", "OUTLAY-PRESENCE-01");

    public static string Type(string column) => Find(column, "Type", "OUTLAY-TYPE-01");

    public static string Format(string column) => Find(column, "Format", "OUTLAY-FORMAT-01");

    public static string Null(string column) => Find(column, "Null", "OUTLAY-NULL-01");

    public static string Values(string column) => Find(column, "Values", "OUTLAY-VALUES-01");

    public static string Unit(string column) => Find(column, "Unit", "OUTLAY-UNIT-01");

    public static string Object(string column) => Find(column, "Object", "OUTLAY-OBJECT-01");

    private static string Find(string column, string check, string ours) =>
        Official.Value.GetValueOrDefault((column, check), ours);
}
