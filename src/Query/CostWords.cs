namespace Outlay.Query;

/// <summary>The words of a <see cref="CostQuery"/>, the same on every face.</summary>
public static class CostWords
{
    /// <summary>Periods; <c>custom</c> goes with from and to.</summary>
    public static Vocabulary<PeriodPreset> Periods { get; } =
        new(
            "period",
            (PeriodPreset.MonthToDate, "mtd"),
            (PeriodPreset.LastMonth, "last-month"),
            (PeriodPreset.Last7Days, "7d"),
            (PeriodPreset.Last30Days, "30d"),
            (PeriodPreset.Last90Days, "90d"),
            (PeriodPreset.Last3Months, "3m"),
            (PeriodPreset.Last6Months, "6m"),
            (PeriodPreset.Last12Months, "12m"),
            (PeriodPreset.QuarterToDate, "qtd"),
            (PeriodPreset.YearToDate, "ytd"),
            (PeriodPreset.Custom, "custom")
        );

    /// <summary>Time grains.</summary>
    public static Vocabulary<TimeGrain> Grains { get; } =
        new(
            "grain",
            (TimeGrain.None, "none"),
            (TimeGrain.Hour, "hour"),
            (TimeGrain.Day, "day"),
            (TimeGrain.Week, "week"),
            (TimeGrain.Month, "month"),
            (TimeGrain.Quarter, "quarter"),
            (TimeGrain.Year, "year")
        );

    /// <summary>What becomes of other currencies.</summary>
    public static Vocabulary<Conversion> Conversions { get; } =
        new("convert", (Conversion.None, "none"), (Conversion.MonthAverage, "month-average"));

    /// <summary>Cost metrics.</summary>
    public static Vocabulary<CostMetric> Metrics { get; } =
        new(
            "metric",
            (CostMetric.Effective, "effective"),
            (CostMetric.Billed, "billed"),
            (CostMetric.Contracted, "contracted"),
            (CostMetric.List, "list")
        );

    /// <summary>Charge categories that can be left out.</summary>
    public static Vocabulary<ChargeSwitches> Excludes { get; } =
        new(
            "exclude",
            (ChargeSwitches.Tax, "tax"),
            (ChargeSwitches.Credits, "credits"),
            (ChargeSwitches.Purchases, "purchases")
        );

    /// <summary>Sort keys, without the minus of a descending order.</summary>
    public static Vocabulary<SortKey> Sorts { get; } =
        new(
            "sort",
            (SortKey.Cost, "cost"),
            (SortKey.Prior, "prior"),
            (SortKey.Change, "change"),
            (SortKey.ChangePercent, "percent"),
            (SortKey.Name, "name")
        );

    /// <summary>Operators of a filter condition in JSON; URLs write signs instead (<see cref="FilterExpression"/>).</summary>
    public static Vocabulary<FilterOperator> Operators { get; } =
        new(
            "operator",
            (FilterOperator.Is, "is"),
            (FilterOperator.IsNot, "isNot"),
            (FilterOperator.Contains, "contains"),
            (FilterOperator.StartsWith, "startsWith"),
            (FilterOperator.Exists, "exists"),
            (FilterOperator.Empty, "empty")
        );
}
