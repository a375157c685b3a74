using System.Text;
using CsCheck;
using Outlay.Kernel;

namespace Outlay.Query.Tests.Model;

/// <summary>Random queries that the rules allow, with any text in every text position.</summary>
internal static class AnyQuery
{
    private static readonly string[] Awkward =
    [
        "=",
        "!",
        "~",
        "^",
        "?",
        "|",
        "\\",
        "'",
        "\"",
        "%",
        "&",
        "+",
        " ",
        "or",
        "tag:",
        ";--",
        "é",
        "😀",
        "\t",
        "\n",
        "a",
        "Z",
        "0",
    ];

    public static Gen<string> Text { get; } =
        Gen.OneOf(
            Gen.OneOf(Awkward).Array[0, 6].Select(string.Concat),
            Gen.Int[1, 0x10FFFF]
                .Where(c => !(c is >= 0xD800 and <= 0xDFFF))
                .Array[0, 6]
                .Select(runes =>
                    runes.Aggregate(new StringBuilder(), (b, c) => b.Append(new Rune(c))).ToString()
                )
        );

    public static Gen<Dimension> Dimension { get; } =
        Gen.OneOf(
            Gen.OneOf(Dimensions.All.Select(i => i.Dimension).ToArray()),
            Text.Where(t => t.Length > 0).Select(Outlay.Query.Dimension.Tag),
            Text.Where(t => t.Trim().Length > 0).Select(t => new Dimension("x_" + t.Trim()))
        );

    public static Gen<FilterCondition> Condition { get; } =
        Gen.Select(
            Dimension,
            Gen.Enum<FilterOperator>(),
            Text.List[1, 3],
            (dimension, op, values) =>
                new FilterCondition(
                    dimension,
                    op,
                    op is FilterOperator.Exists or FilterOperator.Empty ? [] : values
                )
        );

    public static Gen<DateRange> Days { get; } =
        Gen.Select(
            Gen.Int[0, 30_000],
            Gen.Int[1, 900],
            (from, days) =>
            {
                var first = new DateOnly(1990, 1, 1).AddDays(from);
                return new DateRange(first, first.AddDays(days));
            }
        );

    public static Gen<CostQuery> Any { get; } =
        Gen.Select(
            Gen.Select(
                Gen.OneOf(
                    Days.Select(Period.Of),
                    Gen.Enum<PeriodPreset>()
                        .Where(p => p != PeriodPreset.Custom)
                        .Select(p => Period.Of(p))
                ),
                Gen.Enum<TimeGrain>(),
                Gen.Enum<CostMetric>(),
                Gen.OneOf<Currency?>(null, Currency.Parse("USD"), Currency.Parse("EUR"))
            ),
            Dimension.Array[0, 3],
            Condition.List[1, 3].List[0, 3],
            Gen.Int[0, 7],
            Gen.OneOf(
                Gen.Const(Comparison.None),
                Gen.Const(Comparison.Prior),
                Days.Select(d => new Comparison(ComparisonKind.Custom, d))
            ),
            Gen.Select(
                Gen.Int[1, 100].Nullable(),
                Gen.Enum<SortKey>(),
                Gen.Bool,
                Gen.Int[1, 99],
                Gen.Int[1, 1000]
            ),
            (basic, groupBy, sets, exclude, compare, extent) =>
                new CostQuery
                {
                    Period = basic.Item1,
                    Grain = basic.Item2,
                    Metric = basic.Item3,
                    Currency = basic.Item4,
                    GroupBy = [.. groupBy.DistinctBy(d => d.Key, StringComparer.OrdinalIgnoreCase)],
                    Filter = new CostFilter([.. sets.Select(s => new FilterSet(s))]),
                    Exclude = (ChargeSwitches)exclude,
                    Compare = compare,
                    Top = extent.Item1,
                    Sort = new CostSort(extent.Item2, extent.Item3),
                    Page = extent.Item4,
                    PageSize = extent.Item5,
                }
        );
}
