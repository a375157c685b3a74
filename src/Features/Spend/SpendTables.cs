using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Spend;

/// <summary>Turns the query of a view into the query of one of its tables; pages and exports use the same, so they cannot differ.</summary>
public static class SpendTables
{
    /// <summary>Most time buckets that stand beside each other as columns.</summary>
    public const int MostColumns = 62;

    /// <summary>What makes a row of the resources table.</summary>
    public static IReadOnlyList<Dimension> ResourceKeys { get; } =
    [new("ResourceName"), new("ResourceId"), new("ResourceType")];

    /// <summary>The query behind a table.</summary>
    public static CostQuery QueryOf(CostQuery query, SpendTable table, DateOnly today) =>
        table switch
        {
            SpendTable.Dates => query with
            {
                Grain = ColumnGrain(query.Grain, query.Period.Resolve(today)),
            },
            SpendTable.Resources => query with
            {
                Grain = TimeGrain.None,
                GroupBy = ResourceKeys,
                Top = null,
            },
            _ => query with { Grain = TimeGrain.None },
        };

    /// <summary>The grain asked for, or the finest coarser one of which no more than <see cref="MostColumns"/> buckets fit the range.</summary>
    public static TimeGrain ColumnGrain(TimeGrain grain, DateRange range)
    {
        var fitting = grain == TimeGrain.None ? TimeGrain.Day : grain;
        while (fitting < TimeGrain.Year && Buckets(fitting, range.Days) > MostColumns)
        {
            fitting++;
        }

        return fitting;
    }

    private static int Buckets(TimeGrain grain, int days) =>
        grain switch
        {
            TimeGrain.Hour => days * 24,
            TimeGrain.Day => days,
            TimeGrain.Week => days / 7 + 1,
            TimeGrain.Month => days / 28 + 1,
            TimeGrain.Quarter => days / 90 + 1,
            _ => 1,
        };
}
