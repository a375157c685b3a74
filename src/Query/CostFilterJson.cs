using System.Text.Json;
using Outlay.Kernel;

namespace Outlay.Query;

/// <summary>The filter of a query as JSON.</summary>
internal static class CostFilterJson
{
    public static void Write(Utf8JsonWriter writer, CostFilter filter)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("sets");
        foreach (var set in filter.Sets)
        {
            writer.WriteStartArray();
            foreach (var condition in set.Conditions)
            {
                Write(writer, condition);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    /// <summary>Reads a filter; null stands for the one that lets everything through.</summary>
    public static Problem? Read(JsonElement element, out CostFilter? filter)
    {
        filter = null;
        if (element.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (
            element.ValueKind != JsonValueKind.Object
            || !element.TryGetProperty("sets", out var sets)
            || element.EnumerateObject().Count() != 1
            || sets.ValueKind != JsonValueKind.Array
            || sets.EnumerateArray().Any(s => s.ValueKind != JsonValueKind.Array)
        )
        {
            return Wrong("filter is not an object with sets of conditions.");
        }

        var read = new List<FilterSet>();
        foreach (var set in sets.EnumerateArray())
        {
            var conditions = set.EnumerateArray().Select(Condition).ToList();
            if (conditions.Find(c => !c.IsOk) is { Problem: { } problem })
            {
                return problem;
            }

            read.Add(new FilterSet([.. conditions.Select(c => c.Value)]));
        }

        filter = new CostFilter(read);
        return null;
    }

    private static void Write(Utf8JsonWriter writer, FilterCondition condition)
    {
        writer.WriteStartObject();
        writer.WriteString("dimension", condition.Dimension.Key);
        writer.WriteString("operator", CostWords.Operators.Of(condition.Operator));
        if (condition.Values.Count > 0)
        {
            writer.WriteStartArray("values");
            foreach (var value in condition.Values)
            {
                writer.WriteStringValue(value);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static Result<FilterCondition> Condition(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return Wrong("A condition of the filter is not an object.");
        }

        string? name = null;
        string? sign = null;
        List<string>? values = [];
        foreach (var field in element.EnumerateObject())
        {
            switch (field.Name)
            {
                case "dimension":
                    name = Text(field.Value);
                    break;
                case "operator":
                    sign = Text(field.Value);
                    break;
                case "values":
                    values = Texts(field.Value);
                    break;
                default:
                    return Wrong($"A condition of the filter has no field '{field.Name}'.");
            }
        }

        return name is null || sign is null || values is null
            ? Wrong("A condition of the filter lacks its dimension, operator or values as text.")
            : Condition(name, sign, values);
    }

    private static Result<FilterCondition> Condition(string name, string sign, List<string> values)
    {
        var dimension = Dimensions.Read(name);
        var filterOperator = CostWords.Operators.Read(sign);
        return (dimension.Problem ?? filterOperator.Problem) is { } problem
            ? problem with
            {
                Field = "filter",
            }
            : new FilterCondition(dimension.Value, filterOperator.Value, values);
    }

    private static string? Text(JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? element.GetString() : null;

    private static List<string>? Texts(JsonElement element) =>
        element.ValueKind == JsonValueKind.Null ? []
        : element.ValueKind == JsonValueKind.Array
        && element.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String)
            ? [.. element.EnumerateArray().Select(e => e.GetString() ?? "")]
        : null;

    private static Problem Wrong(string message) =>
        new(
            ProblemKind.Invalid,
            message,
            "Write {\"sets\":[[{\"dimension\":\"ServiceName\",\"operator\":\"is\",\"values\":[\"...\"]}]]}.",
            "filter"
        );
}
