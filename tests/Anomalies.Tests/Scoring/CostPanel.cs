using System.Globalization;
using System.Text.Json;

namespace Outlay.Anomalies.Scoring;

/// <summary>A labelled anomaly; days count from the first of the panel.</summary>
public sealed record Label(int Start, int End, string Type, int Sign, double Impact);

/// <summary>A labelled series.</summary>
public sealed record LabelledSeries(string Key, double[] Values, IReadOnlyList<Label> Labels);

/// <summary>Labelled daily cost.</summary>
public sealed record CostPanel(DateOnly First, int Warmup, IReadOnlyList<LabelledSeries> Series)
{
    public static CostPanel Read(string folder)
    {
        var rows = File.ReadAllLines(Path.Combine(folder, "series.csv"))
            .Select(line => line.Split(','))
            .ToArray();
        var first = DateOnly.Parse(rows[1][0], CultureInfo.InvariantCulture);
        using var document = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(folder, "labels.json"))
        );
        var labels = document.RootElement.GetProperty("labels");
        var series = rows[0]
            .Skip(1)
            .Select(
                (key, column) =>
                    new LabelledSeries(
                        key,
                        [
                            .. rows.Skip(1)
                                .Select(row =>
                                    double.Parse(row[column + 1], CultureInfo.InvariantCulture)
                                ),
                        ],
                        labels.TryGetProperty(key, out var list)
                            ? [.. list.EnumerateArray().Select(l => ReadLabel(l, first))]
                            : []
                    )
            );
        return new(first, document.RootElement.GetProperty("warmup_days").GetInt32(), [.. series]);
    }

    private static Label ReadLabel(JsonElement label, DateOnly first)
    {
        int Day(string name) =>
            DateOnly
                .Parse(label.GetProperty(name).GetString()!, CultureInfo.InvariantCulture)
                .DayNumber - first.DayNumber;

        return new(
            Day("start"),
            Day("end"),
            label.GetProperty("type").GetString()!,
            label.GetProperty("direction").GetString() == "up" ? 1 : -1,
            label.GetProperty("true_impact").GetDouble()
        );
    }
}
