using CsCheck;
using Outlay.Kernel;

namespace Outlay.Query.Tests.Engine;

/// <summary>Random questions that make sense on <see cref="AnyLake"/>.</summary>
internal static class AnyLakeQuery
{
    private static Gen<FilterCondition> Condition { get; } =
        Gen.Select(
            Gen.OneOf(AnyLake.Dimensions),
            Gen.Enum<FilterOperator>(),
            Gen.OneOf(AnyLake.Values).List[1, 2],
            (d, op, values) =>
                new FilterCondition(
                    d,
                    op,
                    op is FilterOperator.Exists or FilterOperator.Empty ? [] : values
                )
        );

    private static Gen<CostFilter> Filter { get; } =
        Gen.OneOf(
            Gen.Const(CostFilter.All),
            Condition
                .List[1, 2]
                .List[1, 2]
                .Select(sets => new CostFilter([.. sets.Select(s => new FilterSet(s))]))
        );

    private static Gen<(Period, TimeGrain)> Time { get; } =
        Gen.Select(
            Gen.OneOf(
                Period.MonthToDate,
                Period.Of(PeriodPreset.LastMonth),
                Period.Of(PeriodPreset.Last90Days),
                Period.Of(PeriodPreset.Last12Months),
                Period.Of(Days("2026-07-30", "2026-10-02"))
            ),
            Gen.Enum<TimeGrain>()
        );

    private static Gen<Comparison> Compare { get; } =
        Gen.OneOf(
            Comparison.None,
            Comparison.Prior,
            new Comparison(ComparisonKind.Custom, Days("2026-08-15", "2026-11-15"))
        );

    public static Gen<CostQuery> Any { get; } =
        Gen.Select(
            Time,
            Gen.OneOf(AnyLake.Dimensions).Array[0, 3],
            Filter,
            Compare,
            Gen.Select(
                Gen.Int[0, 7],
                Gen.Enum<CostMetric>(),
                Gen.OneOf<Currency?>(null, Currency.Parse("USD"))
            ),
            Gen.Select(Gen.Enum<SortKey>(), Gen.Bool),
            (time, groupBy, filter, compare, basic, sort) =>
                new CostQuery
                {
                    Period = time.Item1,
                    Grain = time.Item2,
                    GroupBy = [.. groupBy.DistinctBy(d => d.Key, StringComparer.OrdinalIgnoreCase)],
                    Filter = filter,
                    Compare = compare,
                    Exclude = (ChargeSwitches)basic.Item1,
                    Metric = basic.Item2,
                    Currency = basic.Item3,
                    Sort = new CostSort(sort.Item1, sort.Item2),
                    PageSize = 70,
                }
        );

    private static DateRange Days(string first, string last) =>
        DateRange.Inclusive(
            DateOnly.ParseExact(first, "yyyy-MM-dd"),
            DateOnly.ParseExact(last, "yyyy-MM-dd")
        );
}
