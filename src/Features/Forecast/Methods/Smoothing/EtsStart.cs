namespace Outlay.Forecast.Methods.Smoothing;

/// <summary>
/// The best initial state of an additive form for given smoothing parameters. Errors are linear in the initial state, so it comes
/// from least squares and the search is left with four numbers at most.
/// </summary>
internal sealed class EtsStart
{
    private readonly EtsForm _form;
    private readonly int _season;
    private readonly int _states;
    private readonly double[] _y;
    private readonly double[] _level;
    private readonly double[] _trend;
    private readonly double[] _ring;
    private readonly double[] _row;
    private readonly double[] _products;
    private readonly LeastSquares _normal;

    public EtsStart(EtsForm form, TimeSeries series)
    {
        _form = form;
        _season = form.HasSeason() ? series.Season : 0;
        _states = 1 + (form.HasTrend() ? 1 : 0) + Math.Max(0, _season - 1);
        _y = series.Values.ToArray();
        var columns = _states + 1;
        _level = new double[columns];
        _trend = new double[columns];
        _ring = new double[Math.Max(1, _season) * columns];
        _row = new double[columns];
        _products = new double[columns * columns];
        _normal = new LeastSquares(_states);
    }

    /// <summary>The sum of squared errors at the best initial state.</summary>
    public double SumOfSquares(EtsSmoothing by)
    {
        Begin();
        Array.Clear(_products);
        var columns = _states + 1;
        for (var t = 0; t < _y.Length; t++)
        {
            Step(by, t);
            for (var i = 0; i < columns; i++)
            {
                var left = _row[i];
                var at = i * columns;
                for (var j = 0; j <= i; j++)
                {
                    _products[at + j] += left * _row[j];
                }
            }
        }

        return _normal.Residual(_products);
    }

    /// <summary>The best initial state itself.</summary>
    public EtsState Best(EtsSmoothing by)
    {
        _ = SumOfSquares(by);
        var x = _normal.Solution;
        var trend = _form.HasTrend() ? x[1] : 0;
        if (_season == 0)
        {
            return new EtsState(x[0], trend, []);
        }

        var first = _form.HasTrend() ? 2 : 1;
        double[] oldestFirst = [.. x[first..], -x[first..].Sum()];
        return new EtsState(x[0], trend, [.. oldestFirst.Reverse()]);
    }

    /// <summary>Column k follows a unit of state k with observations at zero; the last column follows the observations from zero.</summary>
    private void Begin()
    {
        Array.Clear(_level);
        Array.Clear(_trend);
        Array.Clear(_ring);
        _level[0] = 1;
        var at = 1;
        if (_form.HasTrend())
        {
            _trend[at++] = 1;
        }

        var columns = _states + 1;
        for (var s = 0; s + 1 < _season; s++, at++)
        {
            _ring[(s * columns) + at] = 1;
            _ring[((_season - 1) * columns) + at] = -1;
        }
    }

    private void Step(EtsSmoothing by, int t)
    {
        var columns = _states + 1;
        var ring = _ring.AsSpan((_season == 0 ? 0 : t % _season) * columns, columns);
        var (alpha, beta, gamma, phi) = (by.Alpha, by.Beta, by.Gamma, by.Phi);
        for (var c = 0; c < columns; c++)
        {
            var faded = phi * _trend[c];
            var path = _level[c] + faded;
            var error = -path - ring[c];
            if (c == columns - 1)
            {
                error += _y[t];
            }

            _row[c] = error;
            _level[c] = path + (alpha * error);
            _trend[c] = faded + (beta * error);
            ring[c] += gamma * error;
        }
    }
}
