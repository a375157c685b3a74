using System.Globalization;
using System.Text.Json;

namespace Outlay.Anomalies.Scoring;

/// <summary>One file of the Numenta Anomaly Benchmark; windows hold the first and last row of a labelled time.</summary>
public sealed record NabFile(
    string Name,
    double[] Values,
    IReadOnlyList<(int Left, int Right)> Windows
)
{
    /// <summary>Rows at the start that are not scored.</summary>
    public int Probation => Math.Min(Values.Length * 15 / 100, 750);

    public static IReadOnlyList<NabFile> Read(string folder)
    {
        using var document = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(folder, "windows.json"))
        );
        return
        [
            .. document
                .RootElement.EnumerateObject()
                .Where(file => File.Exists(Path.Combine(folder, file.Name)))
                .Select(file => Read(folder, file.Name, file.Value)),
        ];
    }

    private static NabFile Read(string folder, string name, JsonElement windows)
    {
        var rows = File.ReadLines(Path.Combine(folder, name))
            .Skip(1)
            .Select(line => line.Split(','))
            .ToArray();
        var times = rows.Select(row => Time(row[0])).ToArray();
        return new(
            name,
            [.. rows.Select(row => double.Parse(row[1], CultureInfo.InvariantCulture))],
            [
                .. windows
                    .EnumerateArray()
                    .Select(w =>
                        (
                            First(times, Time(w[0].GetString()!)),
                            Last(times, Time(w[1].GetString()!))
                        )
                    ),
            ]
        );
    }

    private static DateTime Time(string text) => DateTime.Parse(text, CultureInfo.InvariantCulture);

    private static int First(DateTime[] times, DateTime time) =>
        Array.FindIndex(times, t => t >= time);

    private static int Last(DateTime[] times, DateTime time) =>
        Array.FindLastIndex(times, t => t <= time);
}
