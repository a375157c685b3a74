using System.Text.Json;
using Outlay.Inventory.Calls;

namespace Outlay.Connectors.Aws.Inventory.Wire;

/// <summary>Reads what only AWS's JSON has.</summary>
internal static class AwsJson
{
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
