using System.Text.Json;
using Outlay.Focus.Conformance;

namespace Outlay.Engines.DuckDb.Conformance;

/// <summary>Brings examples out of the engine: a list of rows and values in one JSON text.</summary>
internal static class ExampleJson
{
    private const int LongestValue = 200;

    /// <summary>The aggregate that keeps the first examples of a condition.</summary>
    public static string Aggregate(string row, string value, int count, string? where) =>
        $"CAST(to_json(arg_min({{'row': {row}, 'value': left({value}, {LongestValue})}}, {row}, {count})"
        + $"{(where is null ? "" : $" FILTER (WHERE {where})")}) AS VARCHAR)";

    public static IReadOnlyList<FindingExample> Read(string? json)
    {
        if (json is null)
        {
            return [];
        }

        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Array
            ?
            [
                .. document
                    .RootElement.EnumerateArray()
                    .Select(e => new FindingExample(
                        e.GetProperty("row").GetInt64(),
                        e.GetProperty("value").GetString()
                    )),
            ]
            : [];
    }
}
