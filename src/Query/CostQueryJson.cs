using System.Text;
using System.Text.Json;
using Outlay.Kernel;

namespace Outlay.Query;

/// <summary>
/// The JSON form of a <see cref="CostQuery"/>: the body of the REST call and the input of the MCP tool. Fields and words are those
/// of <see cref="CostQueryUrl"/>, with <c>groupBy</c> and <c>exclude</c> as arrays and the filter as
/// <c>{"sets":[[{"dimension":"ServiceName","operator":"is","values":["Amazon EC2"]}]]}</c>, the sets joined by OR, the conditions
/// in a set by AND.
/// </summary>
public static class CostQueryJson
{
    private static readonly string[] Scalars =
    [
        "period",
        "from",
        "to",
        "grain",
        "metric",
        "currency",
        "convert",
        "compare",
        "top",
        "sort",
        "page",
        "size",
    ];

    private static readonly string[] Lists = ["groupBy", "exclude"];
    private static readonly string[] Numbers = ["top", "page", "size"];

    /// <summary>The fields there are.</summary>
    public static IReadOnlyList<string> Fields { get; } = [.. Scalars, .. Lists, "filter"];

    /// <summary>The fields that say which charges count and how, without a time range and a split.</summary>
    public static IReadOnlyList<string> ScopeFields { get; } =
    ["metric", "currency", "convert", "exclude", "filter"];

    /// <summary>Writes every field that differs from the default.</summary>
    public static string Format(CostQuery query)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var field in CostQueryUrl.Scalars(query).GroupBy(p => p.Key, p => p.Value))
            {
                Write(writer, field);
            }

            if (query.Filter.Sets.Count > 0)
            {
                writer.WritePropertyName("filter");
                CostFilterJson.Write(writer, query.Filter);
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Reads it; a wrong field is a problem that names it.</summary>
    public static Result<CostQuery> Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            return new Problem(
                ProblemKind.Invalid,
                $"The query is not JSON: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}.",
                "Send an object such as {\"period\":\"mtd\",\"groupBy\":[\"ServiceName\"]}."
            );
        }
    }

    /// <summary>Reads an element that is already parsed.</summary>
    public static Result<CostQuery> Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return Wrong("query", "must be an object");
        }

        var words = new List<KeyValuePair<string, string>>();
        CostFilter? filter = null;
        foreach (var field in element.EnumerateObject())
        {
            var problem = field.NameEquals("filter")
                ? CostFilterJson.Read(field.Value, out filter)
                : Read(field, words);
            if (problem is not null)
            {
                return problem;
            }
        }

        return new CostQueryReader(words).Read(filter ?? CostFilter.All);
    }

    private static Problem? Read(JsonProperty field, List<KeyValuePair<string, string>> words)
    {
        if (field.Value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (Scalars.Contains(field.Name, StringComparer.Ordinal))
        {
            return ReadScalar(field, words);
        }

        return Lists.Contains(field.Name, StringComparer.Ordinal)
            ? ReadList(field, words)
            : Unknown(field.Name);
    }

    private static Problem? ReadScalar(JsonProperty field, List<KeyValuePair<string, string>> words)
    {
        var isNumber = Numbers.Contains(field.Name, StringComparer.Ordinal);
        switch (field.Value.ValueKind)
        {
            case JsonValueKind.Number when isNumber:
                words.Add(new(field.Name, field.Value.GetRawText()));
                return null;
            case JsonValueKind.String:
                words.Add(new(field.Name, field.Value.GetString() ?? ""));
                return null;
            default:
                return Wrong(field.Name, isNumber ? "must be a number" : "must be text");
        }
    }

    private static Problem? ReadList(JsonProperty field, List<KeyValuePair<string, string>> words)
    {
        if (
            field.Value.ValueKind != JsonValueKind.Array
            || field.Value.EnumerateArray().Any(e => e.ValueKind != JsonValueKind.String)
        )
        {
            return Wrong(field.Name, "must be an array of texts");
        }

        words.AddRange(
            field
                .Value.EnumerateArray()
                .Select(e => KeyValuePair.Create(field.Name, e.GetString() ?? ""))
        );
        return null;
    }

    private static void Write(Utf8JsonWriter writer, IGrouping<string, string> field)
    {
        if (Lists.Contains(field.Key, StringComparer.Ordinal))
        {
            writer.WriteStartArray(field.Key);
            foreach (var value in field)
            {
                writer.WriteStringValue(value);
            }

            writer.WriteEndArray();
            return;
        }

        writer.WritePropertyName(field.Key);
        if (Numbers.Contains(field.Key, StringComparer.Ordinal))
        {
            writer.WriteRawValue(field.First());
        }
        else
        {
            writer.WriteStringValue(field.First());
        }
    }

    private static Problem Unknown(string name) =>
        new(
            ProblemKind.Invalid,
            $"'{name}' is not a field of a query.",
            NearestName.Of(name, Fields) is { } nearest
                ? $"Did you mean {nearest}?"
                : $"Fields are {string.Join(", ", Fields)}.",
            name
        );

    private static Problem Wrong(string field, string what) =>
        new(ProblemKind.Invalid, $"{field} {what}.", null, field);
}
