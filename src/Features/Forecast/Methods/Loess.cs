namespace Outlay.Forecast.Methods;

/// <summary>Local regression over positions 1..n with tricube weights, as STL uses it (Cleveland, Cleveland, McRae and Terpenning, Journal of Official Statistics 6, 1990).</summary>
/// <param name="window">How many neighbours count.</param>
/// <param name="degree">0 for a local mean, 1 for a local line.</param>
/// <param name="jump">Every how many positions the fit is computed; between them it is interpolated.</param>
internal sealed class Loess(int window, int degree, int jump)
{
    private double[] _weights = [];

    /// <summary>Smooths every position.</summary>
    public void Smooth(ReadOnlySpan<double> y, double[]? robustness, Span<double> smooth)
    {
        var n = y.Length;
        if (n < 2)
        {
            y.CopyTo(smooth);
            return;
        }

        var step = Math.Min(jump, n - 1);
        var half = (window + 1) / 2;
        var (left, right) = (1, Math.Min(window, n));
        for (var i = 1; i <= n; i += step)
        {
            if (window < n)
            {
                (left, right) = Window(i, n, half);
            }

            smooth[i - 1] = At(y, i, left, right, robustness) ?? y[i - 1];
        }

        if (step > 1)
        {
            Interpolate(y, robustness, smooth, step, left, right);
        }
    }

    /// <summary>The fit at one position, which may lie outside 1..n; nothing when every weight is zero.</summary>
    public double? At(ReadOnlySpan<double> y, double x, int left, int right, double[]? robustness)
    {
        var n = y.Length;
        var reach = Math.Max(x - left, right - x) + (window > n ? (window - n) / 2 : 0);
        if (_weights.Length < n)
        {
            _weights = new double[n];
        }

        var total = 0.0;
        for (var j = left; j <= right; j++)
        {
            var distance = Math.Abs(j - x);
            var weight = 0.0;
            if (distance <= 0.999 * reach)
            {
                var ratio = distance / reach;
                var cube = 1 - (ratio * ratio * ratio);
                weight = distance <= 0.001 * reach ? 1 : cube * cube * cube;
                weight *= robustness is null ? 1 : robustness[j - 1];
            }

            _weights[j - 1] = weight;
            total += weight;
        }

        if (total <= 0)
        {
            return null;
        }

        return Weighted(y, x, left, right, total, reach);
    }

    private double Weighted(
        ReadOnlySpan<double> y,
        double x,
        int left,
        int right,
        double total,
        double reach
    )
    {
        var (centre, spread) = (0.0, 0.0);
        for (var j = left; j <= right; j++)
        {
            _weights[j - 1] /= total;
            centre += _weights[j - 1] * j;
        }

        for (var j = left; j <= right; j++)
        {
            spread += _weights[j - 1] * (j - centre) * (j - centre);
        }

        var sloped = reach > 0 && degree > 0 && Math.Sqrt(spread) > 0.001 * (y.Length - 1);
        var slope = sloped ? (x - centre) / spread : 0;
        var value = 0.0;
        for (var j = left; j <= right; j++)
        {
            value += _weights[j - 1] * ((slope * (j - centre)) + 1) * y[j - 1];
        }

        return value;
    }

    private (int Left, int Right) Window(int i, int n, int half)
    {
        var left = Math.Clamp(i - half + 1, 1, n - window + 1);
        return (left, left + window - 1);
    }

    private void Interpolate(
        ReadOnlySpan<double> y,
        double[]? robustness,
        Span<double> smooth,
        int step,
        int left,
        int right
    )
    {
        var n = y.Length;
        var last = (((n - 1) / step) * step) + 1;
        for (var i = 1; i + step <= last; i += step)
        {
            Fill(smooth, i, i + step);
        }

        if (last != n)
        {
            // The window of the last computed position serves the end too, as in the original program.
            smooth[n - 1] = At(y, n, left, right, robustness) ?? y[n - 1];
            Fill(smooth, last, n);
        }
    }

    private static void Fill(Span<double> smooth, int from, int to)
    {
        var delta = (smooth[to - 1] - smooth[from - 1]) / (to - from);
        for (var j = from + 1; j < to; j++)
        {
            smooth[j - 1] = smooth[from - 1] + (delta * (j - from));
        }
    }
}
