namespace Outlay.Forecast.Methods;

/// <summary>
/// Minimises without derivatives (Nelder and Mead, The Computer Journal 7, 1965), inside a box by clamping every trial point. The
/// simplex is rebuilt around the best point until a rebuild gains nothing, because a collapsed simplex stops anywhere.
/// </summary>
internal sealed class NelderMead
{
    private readonly Func<double[], double> _function;
    private readonly double[] _lower;
    private readonly double[] _upper;
    private readonly double[][] _points;
    private readonly double[] _values;
    private readonly double[] _centre;

    private NelderMead(Func<double[], double> function, double[] lower, double[] upper)
    {
        (_function, _lower, _upper) = (function, lower, upper);
        var n = lower.Length;
        _points = [.. Enumerable.Range(0, n + 1).Select(_ => new double[n])];
        _values = new double[n + 1];
        _centre = new double[n];
    }

    /// <summary>The best point found and its value.</summary>
    public static (double[] Point, double Value) Minimise(
        Func<double[], double> function,
        double[] start,
        double[] step,
        double[] lower,
        double[] upper,
        int evaluations,
        double tolerance = 1e-9,
        int rebuilds = 4
    )
    {
        var search = new NelderMead(function, lower, upper);
        var best = (double[])start.Clone();
        var value = double.PositiveInfinity;
        var size = (double[])step.Clone();
        for (var round = 0; round <= rebuilds; round++)
        {
            search.Build(best, size);
            search.Shrink(evaluations, tolerance);
            var gain = value - search._values[0];
            (best, value) = ((double[])search._points[0].Clone(), search._values[0]);
            if (gain <= tolerance * 10 * (Math.Abs(value) + tolerance))
            {
                break;
            }

            for (var i = 0; i < size.Length; i++)
            {
                size[i] *= -0.5;
            }
        }

        return (best, value);
    }

    private void Build(double[] start, double[] step)
    {
        for (var i = 0; i < _points.Length; i++)
        {
            start.CopyTo(_points[i], 0);
            if (i > 0)
            {
                var j = i - 1;
                var moved = start[j] + step[j];
                _points[i][j] = moved > _upper[j] || moved < _lower[j] ? start[j] - step[j] : moved;
            }

            Evaluate(i);
        }
    }

    private void Shrink(int evaluations, double tolerance)
    {
        var n = _lower.Length;
        var trial = new double[n];
        var second = new double[n];
        for (var spent = 0; spent < evaluations; )
        {
            Array.Sort(_values, _points);
            if (_values[n] - _values[0] <= tolerance * (Math.Abs(_values[0]) + tolerance))
            {
                return;
            }

            Centre();
            var reflected = Try(trial, 1);
            spent++;
            if (reflected < _values[0])
            {
                var expanded = Try(second, 2);
                spent++;
                Replace(expanded < reflected ? second : trial, Math.Min(expanded, reflected));
            }
            else if (reflected < _values[n - 1])
            {
                Replace(trial, reflected);
            }
            else
            {
                var contracted = Try(second, reflected < _values[n] ? 0.5 : -0.5);
                spent++;
                if (contracted < Math.Min(reflected, _values[n]))
                {
                    Replace(second, contracted);
                }
                else
                {
                    PullTowardsBest();
                    spent += n;
                }
            }
        }

        Array.Sort(_values, _points);
    }

    private void Centre()
    {
        var n = _lower.Length;
        for (var j = 0; j < n; j++)
        {
            _centre[j] = 0;
            for (var i = 0; i < n; i++)
            {
                _centre[j] += _points[i][j] / n;
            }
        }
    }

    private double Try(double[] into, double factor)
    {
        var worst = _points[^1];
        for (var j = 0; j < into.Length; j++)
        {
            into[j] = Math.Clamp(
                _centre[j] + (factor * (_centre[j] - worst[j])),
                _lower[j],
                _upper[j]
            );
        }

        return Value(into);
    }

    private void Replace(double[] point, double value)
    {
        point.CopyTo(_points[^1], 0);
        _values[^1] = value;
    }

    private void PullTowardsBest()
    {
        for (var i = 1; i < _points.Length; i++)
        {
            for (var j = 0; j < _lower.Length; j++)
            {
                _points[i][j] = (_points[0][j] + _points[i][j]) / 2;
            }

            Evaluate(i);
        }
    }

    private void Evaluate(int i) => _values[i] = Value(_points[i]);

    private double Value(double[] point)
    {
        var value = _function(point);
        return double.IsNaN(value) ? double.PositiveInfinity : value;
    }
}
