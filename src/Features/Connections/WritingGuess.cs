using System.Globalization;
using System.Text.RegularExpressions;
using Outlay.Ingest.Mapping;

namespace Outlay.Connections;

/// <summary>How numbers and days are probably written, by the values at a file's beginning. What could be either is left for a person to say.</summary>
internal static partial class WritingGuess
{
    public static NumberStyle Numbers(IReadOnlyList<string> samples)
    {
        foreach (var sample in samples)
        {
            var comma = sample.LastIndexOf(',');
            var point = sample.LastIndexOf('.');
            if (comma >= 0 && point >= 0)
            {
                return comma > point ? NumberStyle.CommaWithPoints : NumberStyle.PointWithCommas;
            }
        }

        var hasComma = samples.Any(s => s.Contains(',', StringComparison.Ordinal));
        var hasBlank = samples.Any(s => Blank().IsMatch(s));
        return (hasComma, hasBlank) switch
        {
            (_, true) => NumberStyle.CommaWithBlanks,
            (true, _) => NumberStyle.Comma,
            _ => NumberStyle.Point,
        };
    }

    public static DateStyle Dates(IReadOnlyList<string> samples)
    {
        if (samples.Count == 0)
        {
            return DateStyle.Iso;
        }

        if (samples.All(s => Points().IsMatch(s)))
        {
            return DateStyle.DayFirstWithPoints;
        }

        if (samples.All(s => Slashes().IsMatch(s)))
        {
            return samples.Any(s => First(s) > 12) ? DateStyle.DayFirst : DateStyle.MonthFirst;
        }

        if (samples.All(s => Compact().IsMatch(s)))
        {
            return DateStyle.Compact;
        }

        return samples.All(s => Month().IsMatch(s)) ? DateStyle.Month : DateStyle.Iso;
    }

    private static int First(string day) =>
        int.Parse(day.Split('/', 2)[0], NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d{1,2}\.\d{1,2}\.\d{4}\b", RegexOptions.None, 1000)]
    private static partial Regex Points();

    [GeneratedRegex(@"^\d{1,2}/\d{1,2}/\d{4}\b", RegexOptions.None, 1000)]
    private static partial Regex Slashes();

    [GeneratedRegex(@"^\d{8}$", RegexOptions.None, 1000)]
    private static partial Regex Compact();

    [GeneratedRegex(@"^\d{4}[-/]?\d{2}$", RegexOptions.None, 1000)]
    private static partial Regex Month();

    [GeneratedRegex(@"\d[\s\u00a0\u202f]\d{3}", RegexOptions.None, 1000)]
    private static partial Regex Blank();
}
