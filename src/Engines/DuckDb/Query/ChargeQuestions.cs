using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>What a question for charges asks for, and whether it can be asked.</summary>
internal static class ChargeQuestions
{
    /// <summary>A query without what splits, compares and pages: those play no part for charges.</summary>
    public static CostQuery WithoutSplit(CostQuery query) =>
        query with
        {
            Grain = TimeGrain.None,
            GroupBy = [],
            Compare = Comparison.None,
            Top = null,
            Page = 1,
        };

    /// <summary>A query for charges as they were billed: in their own currencies, all of them where others were converted.</summary>
    public static CostQuery AsBilled(CostQuery query) =>
        query.Convert == Conversion.None
            ? query
            : query with
            {
                Convert = Conversion.None,
                Currency = null,
            };

    public static Problem? Check(ChargesQuery query)
    {
        if (query.Offset < 0)
        {
            return Wrong("offset", query.Offset, "0 or more");
        }

        return query.Limit is < 1 or > CostQuery.MaxPageSize
            ? Wrong("limit", query.Limit, $"1 to {CostQuery.MaxPageSize}")
            : null;
    }

    public static Problem? Check(ChangesQuery query)
    {
        if (query.Query.Compare.Kind == ComparisonKind.None)
        {
            return new Problem(
                ProblemKind.Invalid,
                "There is nothing to compare with.",
                "Give compare: prior, or days such as 2026-10-01..2026-10-31.",
                "compare"
            );
        }

        return query
                .Grain.Select(d => Dimensions.Read(d.Key).Problem)
                .FirstOrDefault(p => p is not null)
            ?? (
                query.Limit is < 1 or > ChangesQuery.MostLines
                    ? Wrong("limit", query.Limit, $"1 to {ChangesQuery.MostLines}")
                    : null
            );
    }

    /// <summary>DuckDB takes a text with NUL for its beginning.</summary>
    public static Problem? Check(ValuesQuery query) =>
        query.Search?.Contains('\0', StringComparison.Ordinal) == true
            ? new Problem(
                ProblemKind.Invalid,
                "The search holds the character NUL.",
                "Leave it out.",
                "search"
            )
            : Dimensions.Read(query.Dimension.Key).Problem;

    public static Problem? CheckTarget(string path) =>
        File.Exists(path)
            ? new Problem(
                ProblemKind.Conflict,
                $"The file {path} exists already.",
                "Choose another name or remove it."
            )
            : null;

    private static Problem Wrong(string field, int value, string use) =>
        new(ProblemKind.Invalid, $"{field} is {value}.", $"Use {use}.", field);
}
