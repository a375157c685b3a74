using System.Text.Json;
using Outlay.Anomalies.Causes;

namespace Outlay.Anomalies.Scoring;

/// <summary>A deviation whose causes are known; a cause reads <c>region=euw1&amp;service=rds</c>.</summary>
public sealed record CauseCase(
    int Layer,
    LeafTable Table,
    IReadOnlyList<IReadOnlyList<string>> Names,
    IReadOnlySet<string> Causes
)
{
    public static IReadOnlyList<CauseCase> Read(string path)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        var columns = document
            .RootElement.GetProperty("columns")
            .EnumerateArray()
            .Select(c => c.GetString()!)
            .SkipLast(2)
            .ToArray();
        return
        [
            .. document
                .RootElement.GetProperty("cases")
                .EnumerateArray()
                .Select(c => ReadCase(c, columns)),
        ];
    }

    public string Text(IEnumerable<DimensionValue> values) =>
        string.Join(
            '&',
            values
                .Select(v => $"{Table.Dimensions[v.Dimension]}={Names[v.Dimension][v.Code]}")
                .Order(StringComparer.Ordinal)
        );

    /// <summary>F1 of a set of causes against the known ones.</summary>
    public double F1(IReadOnlyCollection<string> answer)
    {
        var hits = answer.Count(Causes.Contains);
        return 2.0 * hits / (answer.Count + Causes.Count);
    }

    private static CauseCase ReadCase(JsonElement json, string[] columns)
    {
        var rows = json.GetProperty("leaves")
            .EnumerateArray()
            .Select(row => row.EnumerateArray().ToArray())
            .ToArray();
        var names = columns
            .Select((_, d) => rows.Select(r => r[d].GetString()!).Distinct().Order().ToList())
            .ToArray();
        var codes = columns.Select(
            (_, d) => rows.Select(r => names[d].IndexOf(r[d].GetString()!)).ToArray()
        );
        return new(
            json.GetProperty("layer").GetInt32(),
            new LeafTable(
                columns,
                [.. codes],
                [.. rows.Select(r => r[^2].GetDouble())],
                [.. rows.Select(r => r[^1].GetDouble())]
            ),
            names,
            json.GetProperty("causes").EnumerateArray().Select(c => c.GetString()!).ToHashSet()
        );
    }
}
