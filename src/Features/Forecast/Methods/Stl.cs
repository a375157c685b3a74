namespace Outlay.Forecast.Methods;

/// <summary>A series split by STL; the parts add up to it.</summary>
/// <param name="Seasonal">The season, in units.</param>
/// <param name="Trend">The trend, in units.</param>
/// <param name="Remainder">What is left.</param>
/// <param name="Weight">Robustness weights, 1 everywhere when not robust.</param>
public sealed record StlParts(
    IReadOnlyList<double> Seasonal,
    IReadOnlyList<double> Trend,
    IReadOnlyList<double> Remainder,
    IReadOnlyList<double> Weight
);

/// <summary>
/// Seasonal-trend decomposition by LOESS (Cleveland et al., Journal of Official Statistics 6, 1990), with the windows, jumps and the
/// periodic averaging of R's stl.
/// </summary>
public sealed class Stl
{
    private readonly int _season;
    private readonly bool _periodic;
    private readonly bool _robust;
    private readonly Loess _cycle;
    private readonly Loess _trend;
    private readonly Loess _low;
    private readonly int _cycleWindow;
    private readonly double[] _y;

    private Stl(TimeSeries series, int? window, bool robust)
    {
        _y = series.Values.ToArray();
        _season = series.Season;
        _periodic = window is null;
        _robust = robust;
        _cycleWindow = Odd(window ?? (10 * _y.Length) + 1);
        var share = 1 - (1.5 / (window ?? (10 * _y.Length) + 1));
        var trendWindow = Odd((int)Math.Ceiling(1.5 * _season / share));
        var lowWindow = Odd(_season);
        _cycle = new Loess(_cycleWindow, 0, Jump(_cycleWindow));
        _trend = new Loess(trendWindow, 1, Jump(trendWindow));
        _low = new Loess(lowWindow, 1, Jump(lowWindow));
    }

    /// <summary>Splits a series.</summary>
    /// <param name="series">More than two seasons long.</param>
    /// <param name="window">How many seasons the seasonal smoother spans, odd; null for a season that never changes.</param>
    /// <param name="robust">Whether outliers lose their weight, in 15 passes.</param>
    /// <exception cref="ArgumentException">No season, or not more than two of them.</exception>
    public static StlParts Decompose(TimeSeries series, int? window = null, bool robust = false)
    {
        if (series.Season < 2 || series.Length <= 2 * series.Season)
        {
            throw new ArgumentException("STL needs more than two seasons.", nameof(series));
        }

        return new Stl(series, window, robust).Run();
    }

    private StlParts Run()
    {
        var n = _y.Length;
        var (seasonal, trend) = (new double[n], new double[n]);
        double[]? weights = null;
        for (var pass = 0; pass <= (_robust ? 15 : 0); pass++)
        {
            if (pass > 0)
            {
                weights = Bisquare(seasonal, trend);
            }

            for (var inner = 0; inner < (_robust ? 1 : 2); inner++)
            {
                Seasonal(trend, weights, seasonal);
                double[] adjusted = [.. _y.Zip(seasonal, (y, s) => y - s)];
                _trend.Smooth(adjusted, weights, trend);
            }
        }

        if (_periodic)
        {
            Average(seasonal);
        }

        return new StlParts(
            seasonal,
            trend,
            [.. _y.Select((y, t) => y - seasonal[t] - trend[t])],
            weights ?? [.. Enumerable.Repeat(1.0, n)]
        );
    }

    /// <summary>Smooths each cycle-subseries one step beyond both ends and takes out what is left of the trend.</summary>
    private void Seasonal(double[] trend, double[]? weights, double[] seasonal)
    {
        var n = _y.Length;
        var extended = new double[n + (2 * _season)];
        for (var j = 0; j < _season; j++)
        {
            var k = ((n - j - 1) / _season) + 1;
            var part = new double[k];
            var robustness = weights is null ? null : new double[k];
            for (var i = 0; i < k; i++)
            {
                var t = (i * _season) + j;
                part[i] = _y[t] - trend[t];
                if (robustness is not null)
                {
                    robustness[i] = weights![t];
                }
            }

            var smooth = new double[k + 2];
            _cycle.Smooth(part, robustness, smooth.AsSpan(1, k));
            smooth[0] = _cycle.At(part, 0, 1, Math.Min(_cycleWindow, k), robustness) ?? smooth[1];
            var left = Math.Max(1, k - _cycleWindow + 1);
            smooth[k + 1] = _cycle.At(part, k + 1, left, k, robustness) ?? smooth[k];
            for (var i = 0; i < k + 2; i++)
            {
                extended[(i * _season) + j] = smooth[i];
            }
        }

        var passed = Moving(Moving(Moving(extended, _season), _season), 3);
        var low = new double[n];
        _low.Smooth(passed, null, low);
        for (var t = 0; t < n; t++)
        {
            seasonal[t] = extended[t + _season] - low[t];
        }
    }

    private double[] Bisquare(double[] seasonal, double[] trend)
    {
        double[] away = [.. _y.Select((y, t) => Math.Abs(y - seasonal[t] - trend[t]))];
        var sixMedians = 6 * Robust.Median(away);
        return
        [
            .. away.Select(r =>
                r <= 0.001 * sixMedians ? 1
                : r <= 0.999 * sixMedians ? Math.Pow(1 - Math.Pow(r / sixMedians, 2), 2)
                : 0
            ),
        ];
    }

    private void Average(double[] seasonal)
    {
        for (var j = 0; j < _season; j++)
        {
            var (sum, count) = (0.0, 0);
            for (var t = j; t < seasonal.Length; t += _season)
            {
                sum += seasonal[t];
                count++;
            }

            for (var t = j; t < seasonal.Length; t += _season)
            {
                seasonal[t] = sum / count;
            }
        }
    }

    private static double[] Moving(double[] x, int length)
    {
        var means = new double[x.Length - length + 1];
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
        {
            sum += x[i] - (i >= length ? x[i - length] : 0);
            if (i >= length - 1)
            {
                means[i - length + 1] = sum / length;
            }
        }

        return means;
    }

    private static int Odd(int x) => x % 2 == 0 ? x + 1 : x;

    private static int Jump(int window) => (window + 9) / 10;
}
