using System.Text.RegularExpressions;

namespace Outlay.Focus.Conformance;

/// <summary>Turns of phrase that many rules share.</summary>
internal static partial class RuleSql
{
    public const string NotCorrection = "ChargeClass IS DISTINCT FROM 'Correction'";

    /// <summary>A list of text literals.</summary>
    public static string List(IEnumerable<string> values) =>
        string.Join(
            ", ",
            values.Select(v => $"'{v.Replace("'", "''", StringComparison.Ordinal)}'")
        );

    /// <summary>
    /// Whether a text is one of many. A pattern of all of them takes the time of one comparison; a list, that of each.
    /// </summary>
    public static string IsOneOf(string text, IEnumerable<string> values) =>
        $"regexp_full_match({text}, '{Alternatives(values)}')";

    /// <summary>A pattern that matches any of the texts.</summary>
    public static string Alternatives(IEnumerable<string> values) =>
        string.Join(
            '|',
            values.Select(v =>
                Special().Replace(v, @"\$0").Replace("'", "''", StringComparison.Ordinal)
            )
        );

    /// <summary>
    /// Whether two amounts that should be one differ by more than the last digits that a source's own arithmetic loses. The only
    /// place, with the next, where binary floating point will do: the tolerance is far above its error and nothing is kept.
    /// </summary>
    public static string Differ(string left, string right) =>
        $"abs(CAST({left} AS DOUBLE) - CAST({right} AS DOUBLE)) > greatest(1e-9, 1e-6 * abs(CAST({right} AS DOUBLE)))";

    /// <summary>
    /// Whether a product misses an amount by more than a millionth, of itself or of a unit of currency: prices and quantities are
    /// published rounded.
    /// </summary>
    public static string ProductDiffers(string factor, string quantity, string product) =>
        $"abs(CAST({factor} AS DOUBLE) * CAST({quantity} AS DOUBLE) - CAST({product} AS DOUBLE))"
        + $" > greatest(1e-6, 1e-6 * abs(CAST({product} AS DOUBLE)))";

    /// <summary>Shows a row's values side by side.</summary>
    public static string Show(params IReadOnlyList<string> columns) =>
        string.Join(" || ', ' || ", columns.Select(c => $"'{c} ' || coalesce({c}_raw, 'empty')"));

    [GeneratedRegex(@"[\\^$.|?*+()\[\]{}]", RegexOptions.NonBacktracking)]
    private static partial Regex Special();
}
