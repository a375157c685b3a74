using System.Globalization;
using Outlay.Kernel;

namespace Outlay.Query.Tests.Engine;

/// <summary>What a charge means, written once more in plain C#.</summary>
internal static class Oracle
{
    public static DateTime Time(IReadOnlyDictionary<string, string?> charge) =>
        DateTime.Parse(charge["ChargePeriodStart"]!, CultureInfo.InvariantCulture);

    public static decimal Cost(IReadOnlyDictionary<string, string?> charge) =>
        decimal.Parse(charge["EffectiveCost"]!, CultureInfo.InvariantCulture);

    public static bool In(IReadOnlyDictionary<string, string?> charge, DateRange? range) =>
        range?.Contains(DateOnly.FromDateTime(Time(charge))) == true;

    public static bool Passes(IReadOnlyDictionary<string, string?> charge, CostQuery query) =>
        !Excluded(charge["ChargeCategory"], query.Exclude)
        && (
            query.Filter.Sets.Count == 0
            || query.Filter.Sets.Any(s => s.Conditions.All(c => Holds(charge, c)))
        );

    public static string? Value(IReadOnlyDictionary<string, string?> charge, Dimension dimension)
    {
        if (dimension.Key == "BillingPeriodStart")
        {
            return charge[dimension.Key]![..10];
        }

        return dimension.IsTag
            ? charge
                .Where(c => c.Key.StartsWith("tag:", StringComparison.Ordinal))
                .Where(c => c.Key.Equals(dimension.Key, StringComparison.OrdinalIgnoreCase))
                .OrderBy(c => c.Key == dimension.Key ? 0 : 1)
                .ThenBy(c => c.Key, StringComparer.Ordinal)
                .Select(c => c.Value)
                .FirstOrDefault(v => !string.IsNullOrEmpty(v))
            : charge.GetValueOrDefault(dimension.Key);
    }

    private static bool Excluded(string? category, ChargeSwitches switches) =>
        category switch
        {
            "Tax" => switches.HasFlag(ChargeSwitches.Tax),
            "Credit" => switches.HasFlag(ChargeSwitches.Credits),
            "Purchase" => switches.HasFlag(ChargeSwitches.Purchases),
            _ => false,
        };

    private static bool Holds(
        IReadOnlyDictionary<string, string?> charge,
        FilterCondition condition
    )
    {
        var value = Value(charge, condition.Dimension);
        return condition.Operator switch
        {
            FilterOperator.Is => Equal(condition).Contains(value, StringComparer.Ordinal),
            FilterOperator.IsNot => !Equal(condition).Contains(value, StringComparer.Ordinal),
            FilterOperator.Contains => value is not null
                && condition.Values.Any(v =>
                    Lower(value).Contains(Lower(v), StringComparison.Ordinal)
                ),
            FilterOperator.StartsWith => value is not null
                && condition.Values.Any(v =>
                    Lower(value).StartsWith(Lower(v), StringComparison.Ordinal)
                ),
            FilterOperator.Exists => value is not null,
            _ => value is null,
        };
    }

    /// <summary>A month stands for its first day where instants are compared.</summary>
    private static IEnumerable<string> Equal(FilterCondition condition) =>
        condition.Dimension.Key == "BillingPeriodStart"
            ? condition.Values.Select(v => v == "2026-10" ? "2026-10-01" : v)
            : condition.Values;

    private static string Lower(string text) => text.ToLowerInvariant();
}
