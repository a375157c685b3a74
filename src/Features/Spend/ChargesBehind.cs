using System.Globalization;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Spend;

/// <summary>The query whose charges add up to a number of a table: its range, its currency, and the keys of its row.</summary>
public static class ChargesBehind
{
    private static readonly Dimension Start = new("ChargePeriodStart");

    /// <summary>The charges of a total.</summary>
    public static CostQuery Total(CostTable table, Currency currency) =>
        table.Query with
        {
            Period = Period.Of(table.Range),
            Currency = currency,
            Grain = TimeGrain.None,
            GroupBy = [],
            Compare = Comparison.None,
            Top = null,
            Sort = CostSort.Default,
            Page = 1,
            PageSize = new CostQuery().PageSize,
        };

    /// <summary>The charges of a row; null when "Other" leaves out too many groups to say so in one query.</summary>
    public static CostQuery? Row(CostTable table, CostRow row)
    {
        var total = Total(table, row.Currency);
        if (!row.IsOther)
        {
            return total with { Filter = With(total.Filter, table.Query.GroupBy, row.Keys) };
        }

        var named = table
            .Rows.Where(r => !r.IsOther && r.Currency == row.Currency)
            .Select(r => r.Keys)
            .ToList();
        var other = total with
        {
            Filter = Both(total.Filter, OtherGroups.Of(table.Query.GroupBy, named)),
        };
        return CostQueryRules.Check(other) is null ? other : null;
    }

    /// <summary>The same charges in the comparison range of the table; null without comparison.</summary>
    public static CostQuery? Prior(CostTable table, CostQuery charges) =>
        table.PriorRange is { } range ? charges with { Period = Period.Of(range) } : null;

    /// <summary>The part of the charges that lies in a bucket.</summary>
    public static CostQuery In(CostQuery charges, TimeBucket bucket)
    {
        var first = DateOnly.FromDateTime(bucket.Start);
        if (bucket.End - bucket.Start >= TimeSpan.FromDays(1))
        {
            return charges with
            {
                Period = Period.Of(new DateRange(first, DateOnly.FromDateTime(bucket.End))),
            };
        }

        // Ranges are whole days, so an hour is a day and the beginning of the instant's text; midnight is written as its day alone.
        var hour = bucket.Start.ToString("yyyy-MM-ddTHH:", CultureInfo.InvariantCulture);
        var within = new List<FilterSet> { new([new(Start, FilterOperator.StartsWith, [hour])]) };
        if (bucket.Start.Hour == 0)
        {
            var day = bucket.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            within.Add(new([new(Start, FilterOperator.Is, [day])]));
        }

        return charges with
        {
            Period = Period.Of(DateRange.Inclusive(first, first)),
            Filter = Both(charges.Filter, within),
        };
    }

    /// <summary>A filter narrowed to the keys of a group.</summary>
    public static CostFilter With(
        CostFilter filter,
        IReadOnlyList<Dimension> dimensions,
        IReadOnlyList<string?> keys
    ) => dimensions.Zip(keys).Aggregate(filter, (f, key) => f.And(Is(key.First, key.Second)));

    /// <summary>The condition that a dimension has a value, or none.</summary>
    public static FilterCondition Is(Dimension dimension, string? value) =>
        value is null
            ? new(dimension, FilterOperator.Empty, [])
            : new(dimension, FilterOperator.Is, [value]);

    private static CostFilter Both(CostFilter left, IReadOnlyList<FilterSet> right) =>
        left.Sets.Count == 0
            ? new(right)
            : new([
                .. left.Sets.SelectMany(l =>
                    right.Select(r => new FilterSet([.. l.Conditions, .. r.Conditions]))
                ),
            ]);
}
