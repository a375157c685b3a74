namespace Outlay.Forecast.Methods;

/// <summary>The parameters of an optimised Theta model; weight is 1 - 1/theta.</summary>
internal sealed record ThetaFit(double Alpha, double FirstLevel, double Weight, double Sigma);

/// <summary>The Theta recursion on an adjusted series.</summary>
internal sealed class ThetaLine
{
    private const double Lowest = 0.1;
    private const double Highest = 0.99;
    private const int Skipped = 3;
    private const int GridPoints = 12;
    private const int Narrowings = 24;

    private readonly double[] _y;
    private readonly bool _dynamic;
    private readonly double[] _intercept;
    private readonly double[] _slope;

    public ThetaLine(double[] y, bool dynamic)
    {
        (_y, _dynamic) = (y, dynamic);
        (_intercept, _slope) = (new double[y.Length], new double[y.Length]);
        var running = new RunningLine();
        for (var t = 0; t < y.Length; t++)
        {
            running.Add(y[t]);
            (_intercept[t], _slope[t]) = (running.Intercept, running.Slope);
        }

        if (!dynamic)
        {
            Array.Fill(_intercept, running.Intercept);
            Array.Fill(_slope, running.Slope);
        }
    }

    /// <summary>The alpha with the least squared errors from the fourth observation on: a grid, then golden sections around its best.</summary>
    public ThetaFit Best()
    {
        if (_y.Length < Skipped + 3)
        {
            return new ThetaFit(0.5, _y[0], 0, 0);
        }

        var step = (Highest - Lowest) / GridPoints;
        var best = Enumerable
            .Range(0, GridPoints + 1)
            .Select(i => Lowest + (i * step))
            .MinBy(a => At(a).Squares);
        var (low, high) = (Math.Max(Lowest, best - step), Math.Min(Highest, best + step));
        var golden = (Math.Sqrt(5) - 1) / 2;
        var (left, right) = (high - (golden * (high - low)), low + (golden * (high - low)));
        var (atLeft, atRight) = (At(left).Squares, At(right).Squares);
        for (var i = 0; i < Narrowings; i++)
        {
            if (atLeft <= atRight)
            {
                (high, right, atRight) = (right, left, atLeft);
                left = high - (golden * (high - low));
                atLeft = At(left).Squares;
            }
            else
            {
                (low, left, atLeft) = (left, right, atRight);
                right = low + (golden * (high - low));
                atRight = At(right).Squares;
            }
        }

        double[] candidates = [best, low, high, (low + high) / 2];
        var alpha = candidates.MinBy(a => At(a).Squares);
        var (squares, first, weight) = At(alpha);
        return new ThetaFit(alpha, first, weight, Math.Sqrt(squares / (_y.Length - Skipped)));
    }

    /// <summary>Forecasts; the dynamic line treats each forecast as the next observation.</summary>
    public double[] Forecast(ThetaFit fit, int horizon)
    {
        var level = fit.FirstLevel;
        var running = new RunningLine();
        foreach (var value in _y)
        {
            level += fit.Alpha * (value - level);
            running.Add(value);
        }

        var power = Math.Pow(1 - fit.Alpha, _y.Length);
        var mean = new double[horizon];
        for (var h = 0; h < horizon; h++)
        {
            var reach = (1 - (power * (1 - fit.Alpha))) / fit.Alpha;
            var line = (power * running.Intercept) + (reach * running.Slope);
            mean[h] = level + (fit.Weight * line);
            level += fit.Alpha * (mean[h] - level);
            power *= 1 - fit.Alpha;
            if (_dynamic)
            {
                running.Add(mean[h]);
            }
        }

        return mean;
    }

    /// <summary>The least squared errors for an alpha, with the first level and the weight that reach them.</summary>
    private (double Squares, double First, double Weight) At(double alpha)
    {
        var (level, power) = (0.0, 1.0);
        var (dd, dg, gg, dr, gr, rr) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var t = 0; t < _y.Length; t++)
        {
            if (t >= Skipped)
            {
                var reach = (1 - (power * (1 - alpha))) / alpha;
                var line = (power * _intercept[t - 1]) + (reach * _slope[t - 1]);
                var rest = _y[t] - level;
                dd += power * power;
                dg += power * line;
                gg += line * line;
                dr += power * rest;
                gr += line * rest;
                rr += rest * rest;
            }

            level += alpha * (_y[t] - level);
            power *= 1 - alpha;
        }

        var determinant = (dd * gg) - (dg * dg);
        var weight = determinant > 1e-12 * dd * gg ? ((gr * dd) - (dr * dg)) / determinant : 0;
        weight = Math.Clamp(weight, 0, 1);
        var first = dd > 0 ? (dr - (weight * dg)) / dd : 0;
        var squares =
            rr
            - (2 * ((first * dr) + (weight * gr)))
            + (first * first * dd)
            + (2 * first * weight * dg)
            + (weight * weight * gg);
        return (Math.Max(squares, 0), first, weight);
    }

    /// <summary>The least squares line over 1..t, updated by each observation.</summary>
    private sealed class RunningLine
    {
        private int _count;
        private double _mean;

        public double Intercept { get; private set; }

        public double Slope { get; private set; }

        public void Add(double value)
        {
            _count++;
            var before = _mean;
            _mean += (value - _mean) / _count;
            if (_count > 1)
            {
                Slope = (((_count - 2) * Slope) + (6.0 / _count * (value - before))) / (_count + 1);
            }

            Intercept = _mean - ((_count + 1) / 2.0 * Slope);
        }
    }
}
