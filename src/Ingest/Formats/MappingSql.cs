using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Outlay.Focus;
using Outlay.Lake.Sources;

namespace Outlay.Ingest.Formats;

/// <summary>
/// A mapping written as SQL files beside its format. <c>X-to-focus.sql</c> is a SELECT over the relation <c>native</c> that names FOCUS
/// columns and <c>x_</c> columns; what it leaves out is null. <c>X-totals.sql</c> is the SELECT of
/// <see cref="Normalisation.TotalsSql"/> over <c>native</c>. A word in braces stands for SQL that the format gives, such as a lookup.
/// </summary>
public sealed partial class MappingSql
{
    private readonly string _charges;
    private readonly string _totals;

    private MappingSql(string charges, string totals) => (_charges, _totals) = (charges, totals);

    /// <summary>Identity of the SQL and of the lookups; see <see cref="Normalisation.Mapping"/>.</summary>
    public string Identity =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_charges + _totals)))[..16];

    /// <summary>Loads <c>{name}-to-focus.sql</c> and <c>{name}-totals.sql</c>, embedded in the assembly and namespace of a type, and fills in what is the same for all files.</summary>
    public static MappingSql Load(
        Type beside,
        string name,
        params IReadOnlyList<(string Word, string Sql)> words
    ) =>
        new(
            Fill(Resource.Text(beside, $"{name}-to-focus.sql"), words),
            Fill(Resource.Text(beside, $"{name}-totals.sql"), words)
        );

    /// <summary>A part that several statements have in common, embedded in the assembly and namespace of a type, with words filled in.</summary>
    public static string Fragment(
        Type beside,
        string file,
        params IReadOnlyList<(string Word, string Sql)> words
    ) => Fill(Resource.Text(beside, file), words);

    /// <summary>The two statements over a file's native columns, with what differs from file to file filled in.</summary>
    /// <param name="native">SELECT of <c>native</c>; see <see cref="NativeBinding.Sql"/>.</param>
    /// <param name="extras">More <c>x_</c> columns by expression over <c>native</c>; they stand in place of <c>{extra_columns}</c>.</param>
    /// <param name="words">SQL for the words in braces.</param>
    public (string Charges, string Totals, IReadOnlyList<string> ExtraColumns) Over(
        string native,
        IReadOnlyList<(string Name, string Sql)> extras,
        params IReadOnlyList<(string Word, string Sql)> words
    )
    {
        var more = string.Concat(extras.Select(e => $",\n  {e.Sql} AS {SourceSql.Name(e.Name)}"));
        var mapping = Fill(_charges, [("extra_columns", more), .. words]);
        var names = ExtraName()
            .Matches(_charges)
            .Select(m => m.Value)
            .Concat(extras.Select(e => e.Name))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        var lake = FocusColumns.Lake.Select(c =>
            $"CAST({SourceSql.Name(c.Name)} AS {c.LakeType}) AS {SourceSql.Name(c.Name)}"
        );
        var extra = names.Select(n =>
            $"CAST({SourceSql.Name(n)} AS VARCHAR) AS {SourceSql.Name(n)}"
        );
        var empty = FocusColumns.Lake.Select(c =>
            $"CAST(NULL AS {c.LakeType}) AS {SourceSql.Name(c.Name)}"
        );
        return (
            $"""
            SELECT {string.Join(", ", lake.Concat(extra))}
            FROM (
              SELECT * FROM (SELECT {string.Join(", ", empty)}) WHERE false
              UNION ALL BY NAME
              SELECT * FROM (
            WITH native AS ({native}) SELECT * FROM (
            {mapping}
            )
              )
            )
            """,
            $"""
            WITH native AS ({native}) SELECT * FROM (
            {Fill(_totals, words)}
            )
            """,
            names
        );
    }

    // In one pass, so that what comes from a file's header is never taken for a word.
    private static string Fill(string sql, IReadOnlyList<(string Word, string Sql)> words)
    {
        var known = words.ToDictionary(w => w.Word, w => w.Sql, StringComparer.Ordinal);
        return WordPattern()
            .Replace(sql, m => known.GetValueOrDefault(m.Groups["word"].Value, m.Value));
    }

    [GeneratedRegex(@"\{(?<word>[a-z_]+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WordPattern();

    [GeneratedRegex(@"(?<=\bAS\s+)x_\w+", RegexOptions.None, 1000)]
    private static partial Regex ExtraName();
}
