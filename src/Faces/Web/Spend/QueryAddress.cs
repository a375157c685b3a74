using System.Globalization;
using Outlay.Query;
using Outlay.Web.Shell;
using Parameter = System.Collections.Generic.KeyValuePair<string, string>;

namespace Outlay.Web.Spend;

/// <summary>
/// Addresses that hold a whole query. Period, metric and currency are always written out: what a browser remembers must not
/// change the meaning of a link.
/// </summary>
internal static class QueryAddress
{
    public static string Charges(CostQuery query) =>
        Address.Of("/spend/charges", Parameters(query));

    public static IEnumerable<Parameter> Parameters(CostQuery query)
    {
        if (query.Period.Days is { } days)
        {
            yield return new("from", Iso(days.From));
            yield return new("to", Iso(days.Last));
        }
        else
        {
            yield return new("period", CostWords.Periods.Of(query.Period.Preset));
        }

        yield return new("metric", CostWords.Metrics.Of(query.Metric));
        if (query.Currency is { } currency)
        {
            yield return new("currency", currency.Code);
        }

        foreach (var parameter in CostQueryUrl.Parameters(query))
        {
            if (!PageContext.Names.Contains(parameter.Key))
            {
                yield return parameter;
            }
        }
    }

    private static string Iso(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
