using System.Globalization;
using Outlay.Kernel;

namespace Outlay.Query;

/// <summary>
/// The URL query string of a <see cref="CostQuery"/>; also the vocabulary of the command line's options. Defaults are left out.
/// <c>period=mtd|last-month|7d|30d|90d|3m|6m|12m|qtd|ytd</c> or <c>from=2026-11-01&amp;to=2026-11-22</c> (both days in it);
/// <c>grain=day</c>, <c>metric=effective</c>, <c>currency=USD</c>, <c>groupBy=ServiceName&amp;groupBy=tag:team</c>;
/// <c>filter=ServiceName=Amazon EC2|AWS Lambda</c>, repeated for AND, with <c>filter=or</c> between the sets; operators
/// <c>=</c> is, <c>!=</c> is not, <c>~</c> contains, <c>^</c> starts with, <c>?</c> exists, <c>!?</c> empty; a backslash escapes
/// <c>\ | = ! ~ ^ ?</c> in names and <c>\ |</c> in values; <c>exclude=tax|credits|purchases</c> (repeated); <c>compare=prior</c> or
/// <c>compare=2026-10-01..2026-10-31</c>; <c>top=5</c>; <c>sort=-cost</c> (minus: descending) over cost, prior, change, percent, name;
/// <c>page=2</c>, <c>size=50</c>. Names and words are read whatever their case; an empty value counts as absent.
/// </summary>
public static class CostQueryUrl
{
    /// <summary>The value of a filter parameter that begins the next set.</summary>
    public const string Or = "or";

    /// <summary>The parameters in a stable order, unescaped.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Parameters(CostQuery query) =>
        [.. Scalars(query).Concat(Filter(query.Filter))];

    /// <summary>The query string without a question mark, escaped; empty for the default query.</summary>
    public static string Format(CostQuery query) =>
        string.Join('&', Parameters(query).Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}"));

    /// <summary>Reads parameters; names it does not know are left alone. A wrong value is a problem that names it.</summary>
    public static Result<CostQuery> Parse(IEnumerable<KeyValuePair<string, string>> parameters) =>
        new CostQueryReader(parameters).Read();

    /// <summary>Reads a query string, with or without its question mark.</summary>
    public static Result<CostQuery> Parse(string queryString) =>
        Parse(
            queryString
                .TrimStart('?')
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(p => p.Split('=', 2))
                .Select(p =>
                    KeyValuePair.Create(Unescape(p[0]), p.Length == 2 ? Unescape(p[1]) : "")
                )
        );

    /// <summary>Everything but the filter, which JSON writes in a form of its own.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Scalars(CostQuery query)
    {
        var standard = new CostQuery();
        foreach (var day in Days(query.Period))
        {
            yield return day;
        }

        foreach (var word in Split(query, standard))
        {
            yield return word;
        }

        if (query.Compare != standard.Compare)
        {
            var prior = query.Compare.Kind == ComparisonKind.Prior;
            yield return new("compare", prior ? "prior" : query.Compare.Days?.ToString() ?? "");
        }

        if (query.Top is { } top)
        {
            yield return new("top", Number(top));
        }

        if (query.Sort != standard.Sort)
        {
            yield return new(
                "sort",
                (query.Sort.Descending ? "-" : "") + CostWords.Sorts.Of(query.Sort.Key)
            );
        }

        if (query.Page != standard.Page)
        {
            yield return new("page", Number(query.Page));
        }

        if (query.PageSize != standard.PageSize)
        {
            yield return new("size", Number(query.PageSize));
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Split(
        CostQuery query,
        CostQuery standard
    )
    {
        if (query.Grain != standard.Grain)
        {
            yield return new("grain", CostWords.Grains.Of(query.Grain));
        }

        if (query.Metric != standard.Metric)
        {
            yield return new("metric", CostWords.Metrics.Of(query.Metric));
        }

        if (query.Currency is { } currency)
        {
            yield return new("currency", currency.Code);
        }

        if (query.Convert != standard.Convert)
        {
            yield return new("convert", CostWords.Conversions.Of(query.Convert));
        }

        foreach (var dimension in query.GroupBy)
        {
            yield return new("groupBy", dimension.Key);
        }

        foreach (var word in CostWords.Excludes.Words)
        {
            if (query.Exclude.HasFlag(CostWords.Excludes.Read(word).Value))
            {
                yield return new("exclude", word);
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Days(Period period)
    {
        if (period.Days is { } days)
        {
            yield return new("from", Day(days.From));
            yield return new("to", Day(days.Last));
        }
        else if (period != Period.MonthToDate)
        {
            yield return new("period", CostWords.Periods.Of(period.Preset));
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Filter(CostFilter filter)
    {
        for (var i = 0; i < filter.Sets.Count; i++)
        {
            if (i > 0)
            {
                yield return new("filter", Or);
            }

            foreach (var condition in filter.Sets[i].Conditions)
            {
                yield return new("filter", FilterExpression.Format(condition));
            }
        }
    }

    private static string Unescape(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static string Day(DateOnly day) =>
        day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
