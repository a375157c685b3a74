using System.Text.RegularExpressions;

namespace Outlay.Focus.Conformance;

/// <summary>
/// The relation that rules are written against. For each FOCUS column <c>X</c> it has <c>X_raw</c>, the text of the file; <c>X</c>,
/// the same but null where the text only stands for nothing (blanks, <c>NULL</c>, <c>N/A</c>), so that one slip does not break ten
/// rules; for numbers <c>X_n</c> and for instants <c>X_t</c>, null where the text is neither; for JSON <c>X_j</c>, the text where it is an
/// object, with its keys <c>X_keys</c> and, for a column that holds a list of elements, <c>X_elements</c>. Columns a file lacks are
/// null.
/// </summary>
public static partial class ConformanceView
{
    /// <summary>The column of 1.0-preview that no later version has.</summary>
    public const string ChargeSubcategory = nameof(ChargeSubcategory);

    /// <summary>JSON columns that hold a list of elements, and under which key.</summary>
    public static IReadOnlyDictionary<string, string> ElementLists { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AllocatedMethodDetails"] = "Elements",
            ["CommitmentProgramEligibilityDetails"] = "CommitmentPrograms",
            ["ContractApplied"] = "Elements",
        };

    // Absence of these is an answer: without ChargeClass nothing is a correction.
    private static readonly string[] Optional = ["ChargeClass"];

    /// <summary>Texts that people and programs write for "nothing", in any case.</summary>
    public static IReadOnlyList<string> Placeholders { get; } =
    [
        "",
        "-",
        "--",
        "\\N",
        "(NULL)",
        "<NULL>",
        "N/A",
        "NAN",
        "NIL",
        "NONE",
        "NOT APPLICABLE",
        "NULL",
        "UNDEFINED",
    ];

    /// <summary>Every column name of the view without its suffixes.</summary>
    public static IReadOnlyList<string> Columns { get; } =
    [.. FocusColumns.All.Select(c => c.Name), ChargeSubcategory];

    /// <summary>The name a file's column bears in the view; null when no rule looks at it.</summary>
    public static string? NameOf(FocusHeaderColumn column) =>
        column.Column?.Name ?? (column.Name == ChargeSubcategory ? ChargeSubcategory : null);

    /// <summary>The columns a condition cannot do without.</summary>
    internal static IReadOnlyList<string> ColumnsIn(string sql) =>
        [
            .. Words()
                .Matches(Literals().Replace(sql, "''"))
                .Select(m => Suffix().Replace(m.Value, ""))
                .Where(Columns.Contains)
                .Except(Optional)
                .Distinct(),
        ];

    [GeneratedRegex("'[^']*'", RegexOptions.NonBacktracking)]
    private static partial Regex Literals();

    [GeneratedRegex("[A-Za-z_]+", RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    [GeneratedRegex("_(?:raw|n|t|j|keys|elements)$", RegexOptions.NonBacktracking)]
    private static partial Regex Suffix();
}
