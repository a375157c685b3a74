using System.Text;
using Outlay.Kernel;

namespace Outlay.Query;

/// <summary>
/// One filter condition as text, in URLs and on the command line: <c>ServiceName=Amazon EC2|AWS Lambda</c>. Operators are <c>=</c>
/// is, <c>!=</c> is not, <c>~</c> contains, <c>^</c> starts with, <c>?</c> exists, <c>!?</c> empty. A backslash before
/// <c>\ | = ! ~ ^ ?</c> in a name, or before <c>\ |</c> in a value, takes it as it stands.
/// </summary>
public static class FilterExpression
{
    private const char Escape = '\\';
    private const char Separator = '|';
    private const string NameSigns = "\\|=!~^?";
    private const string ValueSigns = "\\|";

    /// <summary>The sign of an operator.</summary>
    public static string Sign(FilterOperator filterOperator) =>
        filterOperator switch
        {
            FilterOperator.Is => "=",
            FilterOperator.IsNot => "!=",
            FilterOperator.Contains => "~",
            FilterOperator.StartsWith => "^",
            FilterOperator.Exists => "?",
            FilterOperator.Empty => "!?",
            _ => throw new ArgumentOutOfRangeException(nameof(filterOperator)),
        };

    /// <summary>Writes a condition.</summary>
    public static string Format(FilterCondition condition) =>
        Escaped(condition.Dimension.Key, NameSigns)
        + Sign(condition.Operator)
        + string.Join(Separator, condition.Values.Select(v => Escaped(v, ValueSigns)));

    /// <summary>Reads a condition.</summary>
    public static Result<FilterCondition> Parse(string text)
    {
        var name = new StringBuilder();
        var at = ReadName(text, name);
        if (Operator(text, at) is not { } found)
        {
            return Wrong(
                $"'{text}' has no operator.",
                "Write NAME=VALUE, or != ~ ^ in place of =, or NAME? (has a value), NAME!? (has none)."
            );
        }

        var rest = text[(at + Sign(found).Length)..];
        var dimension = Dimensions.Read(name.ToString());
        if (!dimension.IsOk)
        {
            return dimension.Problem with { Field = "filter" };
        }

        if (found is not (FilterOperator.Exists or FilterOperator.Empty))
        {
            return new FilterCondition(dimension.Value, found, Values(rest));
        }

        return rest.Length == 0
            ? new FilterCondition(dimension.Value, found, [])
            : Wrong($"'{text}' has text after {Sign(found)}.", $"End it after {Sign(found)}.");
    }

    private static int ReadName(string text, StringBuilder name)
    {
        var at = 0;
        for (; at < text.Length && !"=!~^?".Contains(text[at], StringComparison.Ordinal); at++)
        {
            at += IsEscape(text, at, NameSigns) ? 1 : 0;
            name.Append(text[at]);
        }

        return at;
    }

    private static FilterOperator? Operator(string text, int at) =>
        text.AsSpan(at) switch
        {
            ['=', ..] => FilterOperator.Is,
            ['!', '=', ..] => FilterOperator.IsNot,
            ['~', ..] => FilterOperator.Contains,
            ['^', ..] => FilterOperator.StartsWith,
            ['?', ..] => FilterOperator.Exists,
            ['!', '?', ..] => FilterOperator.Empty,
            _ => null,
        };

    private static List<string> Values(string text)
    {
        var values = new List<string>();
        var value = new StringBuilder();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == Separator)
            {
                values.Add(value.ToString());
                value.Clear();
                continue;
            }

            at += IsEscape(text, at, ValueSigns) ? 1 : 0;
            value.Append(text[at]);
        }

        values.Add(value.ToString());
        return values;
    }

    private static bool IsEscape(string text, int at, string signs) =>
        text[at] == Escape
        && at + 1 < text.Length
        && signs.Contains(text[at + 1], StringComparison.Ordinal);

    private static string Escaped(string text, string signs)
    {
        if (text.AsSpan().IndexOfAny(signs) < 0)
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 4);
        foreach (var c in text)
        {
            if (signs.Contains(c, StringComparison.Ordinal))
            {
                escaped.Append(Escape);
            }

            escaped.Append(c);
        }

        return escaped.ToString();
    }

    private static Problem Wrong(string message, string fix) =>
        new(ProblemKind.Invalid, message, fix, "filter");
}
