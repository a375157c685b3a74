using Outlay.Query;

namespace Outlay.Budgets;

/// <summary>How the scope of a budget is cut to see what pushes it over.</summary>
internal static class BudgetSlice
{
    public const int Shown = 5;

    private static readonly Dimension[] Ways =
    [
        new("ServiceName"),
        new("SubAccountName"),
        new("RegionName"),
        new("ResourceName"),
    ];

    /// <summary>The first dimension that the filter does not pin to one value.</summary>
    public static Dimension DimensionOf(CostFilter filter) =>
        Ways.FirstOrDefault(
            d =>
                !filter.Sets.Any(s =>
                    s.Conditions.Any(c =>
                        c.Dimension == d && c is { Operator: FilterOperator.Is, Values.Count: 1 }
                    )
                ),
            Ways[^1]
        );
}
