using Outlay.Focus;
using Outlay.Lake.Sources;

namespace Outlay.Connectors.FocusFiles;

/// <summary>What each row must satisfy to be loaded: numbers, dates and key-values that can be read, and an amount, a date and a currency.</summary>
internal static class FocusChecks
{
    public static IReadOnlyList<ValueCheck> Of(FocusSource source, string? currency) =>
        [.. Required(source, currency), .. FocusColumns.Lake.SelectMany(c => Form(source, c))];

    private static IEnumerable<ValueCheck> Required(FocusSource source, string? currency)
    {
        yield return Empty(source, "BilledCost");
        var dates = ((string[])["ChargePeriodStart", "BillingPeriodStart"])
            .Where(source.Has)
            .ToList();
        var raw = string.Join(", ", dates.Select(d => $"CAST({source.Raw(d)} AS VARCHAR)"));
        yield return new ValueCheck(
            source.Header(dates[0]) ?? dates[0],
            source.Raw(dates[0]),
            $"CASE WHEN coalesce({raw}) IS NULL THEN 'is empty' END"
        );
        if (!source.Has("BillingCurrency"))
        {
            yield break;
        }

        if (currency is null)
        {
            yield return Empty(source, "BillingCurrency");
        }

        yield return new ValueCheck(
            source.Header("BillingCurrency") ?? "BillingCurrency",
            source.Raw("BillingCurrency"),
            $"CASE WHEN NOT regexp_full_match(upper(trim({source.Text("BillingCurrency")})), '[A-Z]{{3}}') THEN 'is not a currency code such as USD' END"
        );
    }

    private static IEnumerable<ValueCheck> Form(FocusSource source, FocusColumn column)
    {
        var fault = column.Type switch
        {
            FocusType.Decimal => "exact_fault",
            FocusType.DateTime => "instant_fault",
            FocusType.KeyValue => "map_fault",
            _ => null,
        };
        if (fault is not null && source.IsText(column.Name))
        {
            yield return new ValueCheck(
                source.Header(column.Name) ?? column.Name,
                source.Raw(column.Name),
                $"{fault}({source.Text(column.Name)})"
            );
        }
    }

    private static ValueCheck Empty(FocusSource source, string column) =>
        new(
            source.Header(column) ?? column,
            source.Raw(column),
            $"CASE WHEN {source.Raw(column)} IS NULL THEN 'is empty' END"
        );
}
