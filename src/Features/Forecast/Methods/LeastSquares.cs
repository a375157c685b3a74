namespace Outlay.Forecast.Methods;

/// <summary>Solves small least squares problems from their cross products by Cholesky's factors.</summary>
internal sealed class LeastSquares(int unknowns)
{
    private readonly double[] _factor = new double[unknowns * unknowns];

    /// <summary>The unknowns found last, one per column of the design.</summary>
    public double[] Solution { get; } = new double[unknowns];

    /// <summary>
    /// The residual sum of squares of target + design x, from the lower triangle of the products of [design, target]. A column that
    /// the others explain, or that the data no longer sees, gets zero.
    /// </summary>
    public double Residual(double[] products)
    {
        var width = unknowns + 1;
        for (var i = 0; i < unknowns; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = products[(i * width) + j];
                for (var k = 0; k < j; k++)
                {
                    sum -= _factor[(i * unknowns) + k] * _factor[(j * unknowns) + k];
                }

                if (i == j)
                {
                    var floor = 1e-13 * products[(i * width) + i];
                    _factor[(i * unknowns) + i] = sum > floor ? Math.Sqrt(sum) : 0;
                }
                else
                {
                    var pivot = _factor[(j * unknowns) + j];
                    _factor[(i * unknowns) + j] = pivot > 0 ? sum / pivot : 0;
                }
            }
        }

        return BackSolve(products, width);
    }

    private double BackSolve(double[] products, int width)
    {
        var residual = products[(unknowns * width) + unknowns];
        for (var i = 0; i < unknowns; i++)
        {
            var sum = -products[(unknowns * width) + i];
            for (var k = 0; k < i; k++)
            {
                sum -= _factor[(i * unknowns) + k] * Solution[k];
            }

            var pivot = _factor[(i * unknowns) + i];
            Solution[i] = pivot > 0 ? sum / pivot : 0;
            residual -= Solution[i] * Solution[i];
        }

        for (var i = unknowns - 1; i >= 0; i--)
        {
            var sum = Solution[i];
            for (var k = i + 1; k < unknowns; k++)
            {
                sum -= _factor[(k * unknowns) + i] * Solution[k];
            }

            var pivot = _factor[(i * unknowns) + i];
            Solution[i] = pivot > 0 ? sum / pivot : 0;
        }

        return Math.Max(residual, 0);
    }
}
