using System.Globalization;
using System.Text.Json;

namespace Outlay.Connectors.Aws.Inventory.Wire;

/// <summary>Reads AWS's JSON. What is not there is null, never a failure.</summary>
internal static class JsonReading
{
    public static JsonElement? Child(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && element.TryGetProperty(name, out var child)
        && child.ValueKind is not JsonValueKind.Null
            ? child
            : null;

    public static string? Text(this JsonElement element, string name) =>
        element.Child(name) switch
        {
            { ValueKind: JsonValueKind.String } text => text.GetString() is { Length: > 0 } some
                ? some
                : null,
            { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
            _ => null,
        };

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    public static IEnumerable<string> Texts(this JsonElement element, string name) =>
        element
            .Items(name)
            .Where(i => i.ValueKind == JsonValueKind.String)
            .Select(i => i.GetString()!);

    public static double? Number(this JsonElement element, string name) =>
        double.TryParse(
            element.Text(name),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : null;

    public static int Whole(this JsonElement element, string name, int otherwise = 0) =>
        int.TryParse(
            element.Text(name),
            NumberStyles.Integer,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : otherwise;

    public static decimal? Money(this JsonElement element, string name) =>
        decimal.TryParse(
            element.Text(name),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : null;

    /// <summary>A time, as seconds or as text.</summary>
    public static DateTimeOffset? Time(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Number }
            ? AwsTime.OfSeconds(element.Number(name) ?? 0)
            : AwsTime.Parse(element.Text(name));

    /// <summary>Tags as a list of keys and values.</summary>
    public static Dictionary<string, string> Tags(this JsonElement element, string name)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in element.Items(name))
        {
            if ((tag.Text("key") ?? tag.Text("Key")) is { } key)
            {
                tags[key] = tag.Text("value") ?? tag.Text("Value") ?? "";
            }
        }

        return tags;
    }
}
