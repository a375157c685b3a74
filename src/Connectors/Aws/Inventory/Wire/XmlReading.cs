using System.Globalization;
using System.Xml.Linq;

namespace Outlay.Connectors.Aws.Inventory.Wire;

/// <summary>Reads AWS's XML by local names: its namespaces only carry a version. What is not there is null, never a failure.</summary>
internal static class XmlReading
{
    public static XElement? Child(this XElement element, string name) =>
        element
            .Elements()
            .FirstOrDefault(e => e.Name.LocalName.Equals(name, StringComparison.Ordinal));

    /// <summary>Text of a child, or of one further down by names with a slash between them; null when it is empty.</summary>
    public static string? Text(this XElement element, string path)
    {
        XElement? found = element;
        foreach (var name in path.Split('/'))
        {
            found = found?.Child(name);
        }

        return string.IsNullOrEmpty(found?.Value) ? null : found.Value;
    }

    /// <summary>The items of a list: <c>item</c> with EC2, <c>member</c> or a name of their own elsewhere.</summary>
    public static IEnumerable<XElement> Items(this XElement element, string path)
    {
        XElement? found = element;
        foreach (var name in path.Split('/'))
        {
            found = found?.Child(name);
        }

        return found?.Elements() ?? [];
    }

    public static string? Anywhere(this XElement element, string name) =>
        element
            .DescendantsAndSelf()
            .FirstOrDefault(e => e.Name.LocalName.Equals(name, StringComparison.Ordinal))
            ?.Value;

    public static double? Number(this XElement element, string path) =>
        double.TryParse(
            element.Text(path),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : null;

    public static int? Whole(this XElement element, string path) =>
        int.TryParse(
            element.Text(path),
            NumberStyles.Integer,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : null;

    public static decimal? Money(this XElement element, string path) =>
        decimal.TryParse(
            element.Text(path),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var value
        )
            ? value
            : null;

    public static bool Flag(this XElement element, string path) =>
        string.Equals(element.Text(path), "true", StringComparison.OrdinalIgnoreCase);

    public static DateTimeOffset? Time(this XElement element, string path) =>
        AwsTime.Parse(element.Text(path));

    /// <summary>Tags, which EC2 writes in lower case and the others do not.</summary>
    public static Dictionary<string, string> Tags(this XElement element, string path)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tag in element.Items(path))
        {
            if ((tag.Text("key") ?? tag.Text("Key")) is { } key)
            {
                tags[key] = tag.Text("value") ?? tag.Text("Value") ?? "";
            }
        }

        return tags;
    }
}
