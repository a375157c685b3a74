namespace Outlay.Forecast.Intervals;

/// <summary>
/// What a method would have said at past origins beside what came: the calibration set of split conformal prediction (Vovk, Gammerman
/// and Shafer 2005; Lei et al., Journal of the American Statistical Association 113, 2018) for paths. Errors are relative to the mean
/// of their forecast.
/// </summary>
public sealed class ErrorPaths
{
    private const int Step = 9;
    private const int Origins = 20;
    private const int ShortestTraining = 42;
    private const int Neighbours = 3;
    private const int Smoothed = 2;

    private readonly List<(double[] Actual, double[] Forecast)> _paths = [];
    private readonly int _horizon;

    private ErrorPaths(int horizon) => _horizon = horizon;

    /// <summary>How many origins there are.</summary>
    public int Count => _paths.Count;

    /// <summary>Forecasts from up to 16 origins, nine steps apart, all within the series; none when it is too short.</summary>
    /// <param name="method">The method; it is refitted at each origin with what was known there.</param>
    /// <param name="series">What is known now.</param>
    /// <param name="horizon">Steps ahead.</param>
    public static ErrorPaths Collect(IForecastMethod method, TimeSeries series, int horizon)
    {
        var errors = new ErrorPaths(horizon);
        var shortest = Math.Min(ShortestTraining, Math.Max(2, series.Length / 2));
        var path = Math.Min(horizon, Math.Max(1, (series.Length - shortest) / 2));
        for (
            var origin = series.Length - path;
            origin >= shortest && errors.Count < Origins;
            origin -= Step
        )
        {
            var forecast = method.Fit(series.Head(origin), path, []).Mean;
            errors._paths.Add((series.Values.Slice(origin, path).ToArray(), [.. forecast]));
        }

        return errors;
    }

    /// <summary>Errors of the sum over steps <paramref name="from"/>..<paramref name="to"/> (from 1), relative to the forecast sum.</summary>
    public RelativeErrors OfSum(int from, int to)
    {
        var pool = new List<double>();
        foreach (var (actual, forecast) in _paths)
        {
            var length = Math.Min(to - from + 1, actual.Length);
            var start = Math.Min(from - 1, actual.Length - length);
            for (var shift = -Neighbours; shift <= Neighbours; shift++)
            {
                var at = start + shift;
                if (at >= 0 && at + length <= actual.Length)
                {
                    var sum = forecast.AsSpan(at, length).ToArray().Sum();
                    var came = actual.AsSpan(at, length).ToArray().Sum();
                    Add(pool, came - sum, sum);
                }
            }
        }

        return new RelativeErrors(pool);
    }

    /// <summary>
    /// Half widths by step as a share of the mean forecast: the conformal quantile of the errors of steps within three, smoothed over
    /// five steps and made non-decreasing by isotonic regression, which unlike a running maximum does not widen the whole.
    /// </summary>
    public IReadOnlyList<double> HalfWidths(double level)
    {
        var raw = new double[_horizon];
        for (var h = 0; h < _horizon; h++)
        {
            raw[h] = AtStep(h).Pooled(level);
        }

        var smooth = new double[_horizon];
        for (var h = 0; h < _horizon; h++)
        {
            var window = raw.AsSpan(
                Math.Max(0, h - Smoothed)..Math.Min(_horizon, h + Smoothed + 1)
            );
            smooth[h] = window.ToArray().Average();
        }

        return Isotonic.Rising(smooth);
    }

    internal Band Band(IReadOnlyList<double> points, double level, bool bounded)
    {
        var widths = HalfWidths(level);
        var mean = points.Average(Math.Abs);
        return new Band(
            level,
            [.. points.Select((p, h) => Floor(p - (widths[h] * mean), bounded))],
            [.. points.Select((p, h) => p + (widths[h] * mean))]
        );
    }

    private static double Floor(double value, bool bounded) => bounded ? Math.Max(0, value) : value;

    private RelativeErrors AtStep(int h)
    {
        var pool = new List<double>();
        foreach (var (actual, forecast) in _paths)
        {
            var mean = forecast.Average(Math.Abs);
            var at = Math.Min(h, actual.Length - 1);
            for (
                var i = Math.Max(0, at - Neighbours);
                i <= Math.Min(actual.Length - 1, at + Neighbours);
                i++
            )
            {
                Add(pool, actual[i] - forecast[i], mean);
            }
        }

        return new RelativeErrors(pool);
    }

    /// <summary>A forecast of nothing has no relative error; something that came all the same counts as a whole.</summary>
    private static void Add(List<double> pool, double error, double scale) =>
        pool.Add(
            scale != 0 ? Math.Abs(error / scale)
            : error == 0 ? 0
            : 1
        );
}
