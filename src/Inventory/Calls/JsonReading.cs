using System.Globalization;
using System.Text.Json;

namespace Outlay.Inventory.Calls;

/// <summary>Reads a cloud's JSON. What is not there is null, never a failure.</summary>
public static class JsonReading
{
    /// <summary>A member; null when there is none or it is null.</summary>
    public static JsonElement? Child(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var child)
        && child.ValueKind is not JsonValueKind.Null
            ? child
            : null;

    /// <summary>A member as text, numbers as they are written; null when it is empty or something else.</summary>
    public static string? Text(this JsonElement element, string name) =>
        element.Child(name) switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString() is { Length: > 0 } some
                ? some
                : null,
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            _ => null,
        };

    /// <summary>The items of a list; none when there is no list.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>The texts of a list.</summary>
    public static IEnumerable<string> Texts(this JsonElement element, string name) =>
        element
            .Items(name)
            .Where(i => i.ValueKind == JsonValueKind.String)
            .Select(i => i.GetString()!);

    /// <summary>A number, also one that is written as text.</summary>
    public static double? Number(this JsonElement element, string name) =>
        double.TryParse(
            element.Text(name),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : null;

    /// <summary>A whole number, else what is given.</summary>
    public static int Whole(this JsonElement element, string name, int otherwise = 0) =>
        int.TryParse(
            element.Text(name),
            NumberStyles.Integer,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : otherwise;

    /// <summary>An exact number, also one that is written as text.</summary>
    public static decimal? Money(this JsonElement element, string name) =>
        decimal.TryParse(
            element.Text(name),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : null;

    /// <summary>Labels or tags: the members of an object, with their texts.</summary>
    public static IReadOnlyDictionary<string, string> Labels(this JsonElement element, string name)
    {
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        if (element.Child(name) is { ValueKind: JsonValueKind.Object } members)
        {
            foreach (var member in members.EnumerateObject())
            {
                labels[member.Name] = member.Value.ToString();
            }
        }

        return labels;
    }
}
