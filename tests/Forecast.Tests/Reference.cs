using System.Globalization;

namespace Outlay.Forecast.Tests;

/// <summary>The reference series and results of the forecasting folder of the shared data.</summary>
internal static class Reference
{
    public static readonly string[] Daily =
    [
        "nyc_taxi_daily",
        "peyton_log_views_730d",
        "syn_weekly_o01",
        "syn_break_o03",
        "syn_monthfees_o04",
        "syn_mix_o05",
        "syn_intermittent_o44",
    ];

    public static readonly string[] Seasonal = ["airpassengers", "usaccdeaths", .. Daily];

    private static readonly Lazy<ILookup<(string, string), string[]>> Forecasts = new(() =>
        Lines("expected_forecasts.csv").ToLookup(r => (r[0], r[1]))
    );

    private static readonly Lazy<ILookup<(string, string), string[]>> Parameters = new(() =>
        Lines("expected_params.csv").ToLookup(r => (r[0], r[1]))
    );

    public static TheoryData<string> SeasonalSeries => [.. Seasonal];

    public static TheoryData<string> AllSeries => [.. Seasonal, "syn_monthly_short_o05"];

    /// <summary>Rows of a file without its heading; skips the test when the folder is absent.</summary>
    public static IEnumerable<string[]> Lines(string file)
    {
        if (!SharedData.TryFind(out var folder))
        {
            Assert.Skip("The shared reference data is not on this machine.");
        }

        return File.ReadLines(Path.Combine(folder, "forecasting", file))
            .Skip(1)
            .Select(line => line.Split(','));
    }

    public static (TimeSeries Train, double[] Test) Series(string name)
    {
        var rows = Lines($"series/{name}.csv").ToList();
        var train = rows.Where(r => r[3] == "train").Select(r => Number(r[2]));
        var first = DateOnly.Parse(rows[0][1], CultureInfo.InvariantCulture);
        var season = Daily.Contains(name) ? 7 : 12;
        return (
            new TimeSeries(train, season, first),
            [.. rows.Where(r => r[3] != "train").Select(r => Number(r[2]))]
        );
    }

    /// <summary>Expected mean, lo80, hi80, lo95, hi95 by step.</summary>
    public static List<double[]> Forecast(string series, string method) =>
        [
            .. Forecasts
                .Value[(series, method)]
                .Select(r =>
                    r.Skip(3).Select(c => c is "" or "NA" ? double.NaN : Number(c)).ToArray()
                ),
        ];

    public static Dictionary<string, string> Parameter(string series, string method) =>
        Parameters.Value[(series, method)].ToDictionary(r => r[2], r => r[3]);

    public static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
