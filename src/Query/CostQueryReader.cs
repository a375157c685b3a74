using System.Globalization;
using Outlay.Kernel;

namespace Outlay.Query;

/// <summary>
/// Builds a query from named words, which URLs and JSON share, and keeps the first problem. An empty word counts as absent, as
/// plain HTML forms send it.
/// </summary>
internal sealed class CostQueryReader
{
    private readonly ILookup<string, string> _given;
    private Problem? _problem;

    public CostQueryReader(IEnumerable<KeyValuePair<string, string>> parameters) =>
        _given = parameters
            .Where(p => !string.IsNullOrEmpty(p.Value))
            .ToLookup(p => p.Key, p => p.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads everything; <paramref name="filter"/> takes the place of filter parameters.</summary>
    public Result<CostQuery> Read(CostFilter? filter = null)
    {
        var standard = new CostQuery();
        var query = new CostQuery
        {
            Period = ReadPeriod(),
            Grain = Word(CostWords.Grains, standard.Grain),
            Metric = Word(CostWords.Metrics, standard.Metric),
            Currency = ReadCurrency(),
            Convert = Word(CostWords.Conversions, standard.Convert),
            GroupBy = [.. _given["groupBy"].Select(ReadDimension)],
            Filter = filter ?? ReadFilter(),
            Exclude = ReadExclude(),
            Compare = ReadCompare(),
            Top = Number("top"),
            Sort = ReadSort(),
            Page = Number("page") ?? standard.Page,
            PageSize = Number("size") ?? standard.PageSize,
        };
        return (_problem ?? CostQueryRules.Check(query)) is { } problem ? problem : query;
    }

    private Period ReadPeriod()
    {
        var preset = Word(CostWords.Periods, PeriodPreset.MonthToDate);
        var from = Day("from");
        var to = Day("to");
        var isCustom = preset == PeriodPreset.Custom;
        if (from is null && to is null && !isCustom)
        {
            return Period.Of(preset);
        }

        if (from is null || to is null)
        {
            Note(
                from is null ? "from" : "to",
                "is missing.",
                "Give both from and to, such as 2026-11-01."
            );
            return Period.MonthToDate;
        }

        if (!isCustom && _given.Contains("period"))
        {
            Note("period", "stands beside from and to.", "Give a period, or from and to.");
        }

        return Range(from.Value, to.Value, "from") is { } days
            ? Period.Of(days)
            : Period.MonthToDate;
    }

    private DateRange? Range(DateOnly from, DateOnly to, string field)
    {
        if (from < CostQueryRules.FirstDay || to > CostQueryRules.LastDay)
        {
            Note(
                field,
                "is out of reach.",
                $"Use days from {CostQueryRules.FirstDay:yyyy-MM-dd} to {CostQueryRules.LastDay:yyyy-MM-dd}."
            );
            return null;
        }

        if (from <= to)
        {
            return DateRange.Inclusive(from, to);
        }

        Note(
            field,
            $"is {from:yyyy-MM-dd}, after the last day {to:yyyy-MM-dd}.",
            "Put the earlier day first."
        );
        return null;
    }

    private DateOnly? Day(string name) => One(name) is { } text ? ParseDay(text, name) : null;

    private DateOnly? ParseDay(string text, string field)
    {
        if (
            DateOnly.TryParseExact(
                text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var day
            )
        )
        {
            return day;
        }

        Note(field, $"is '{text}', which is not a day.", "Write it as 2026-11-22.");
        return null;
    }

    private Comparison ReadCompare()
    {
        var text = One("compare");
        switch (text?.ToUpperInvariant())
        {
            case null or "NONE":
                return Comparison.None;
            case "PRIOR":
                return Comparison.Prior;
        }

        if (text.Split("..") is not [var first, var last])
        {
            Note(
                "compare",
                $"is '{text}'.",
                "Use prior, none, or days such as 2026-10-01..2026-10-31."
            );
            return Comparison.None;
        }

        return
            ParseDay(first, "compare") is { } from
            && ParseDay(last, "compare") is { } to
            && Range(from, to, "compare") is { } days
            ? new Comparison(ComparisonKind.Custom, days)
            : Comparison.None;
    }

    private CostSort ReadSort()
    {
        if (One("sort") is not { } text)
        {
            return CostSort.Default;
        }

        var descending = text.StartsWith('-');
        var key = Take(CostWords.Sorts.Read(descending ? text[1..] : text), SortKey.Cost);
        return new CostSort(key, descending);
    }

    private ChargeSwitches ReadExclude() =>
        _given["exclude"]
            .Aggregate(
                ChargeSwitches.None,
                (all, text) => all | Take(CostWords.Excludes.Read(text), ChargeSwitches.None)
            );

    private Currency? ReadCurrency()
    {
        if (One("currency") is not { } text)
        {
            return null;
        }

        if (Currency.TryParse(text, out var currency))
        {
            return currency;
        }

        Note("currency", $"is '{text}'.", "Use the three letters of a currency, such as USD.");
        return null;
    }

    private CostFilter ReadFilter()
    {
        var sets = new List<List<FilterCondition>>();
        var open = new List<FilterCondition>();
        var any = false;
        foreach (var text in _given["filter"])
        {
            any = true;
            if (string.Equals(text, CostQueryUrl.Or, StringComparison.OrdinalIgnoreCase))
            {
                sets.Add(open);
                open = [];
            }
            else
            {
                open.AddRange(ReadCondition(text));
            }
        }

        sets.Add(open);
        return any ? new CostFilter([.. sets.Select(s => new FilterSet(s))]) : CostFilter.All;
    }

    private IEnumerable<FilterCondition> ReadCondition(string text)
    {
        var condition = FilterExpression.Parse(text);
        _problem ??= condition.Problem;
        return condition.IsOk ? [condition.Value] : [];
    }

    private Dimension ReadDimension(string text)
    {
        var dimension = Dimensions.Read(text);
        _problem ??= dimension.Problem is { } problem ? problem with { Field = "groupBy" } : null;
        return dimension.IsOk ? dimension.Value : default;
    }

    private int? Number(string name)
    {
        if (One(name) is not { } text)
        {
            return null;
        }

        if (
            int.TryParse(
                text,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var number
            )
        )
        {
            return number;
        }

        Note(name, $"is '{text}'.", "Use a whole number.");
        return null;
    }

    private T Word<T>(Vocabulary<T> words, T standard)
        where T : struct, Enum =>
        One(words.Name) is { } text ? Take(words.Read(text), standard) : standard;

    private string? One(string name)
    {
        using var values = _given[name].GetEnumerator();
        var value = values.MoveNext() ? values.Current : null;
        if (values.MoveNext())
        {
            Note(name, "is given more than once.", "Give it once.");
        }

        return value;
    }

    private T Take<T>(Result<T> result, T standard)
    {
        _problem ??= result.Problem;
        return result.IsOk ? result.Value : standard;
    }

    private void Note(string field, string what, string fix) =>
        _problem ??= new Problem(ProblemKind.Invalid, $"{field} {what}", fix, field);
}
