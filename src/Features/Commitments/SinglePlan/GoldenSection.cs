namespace Outlay.Commitments.SinglePlan;

/// <summary>Least of a function of one number that falls and then rises. Source: Kiefer, "Sequential minimax search" (1953).</summary>
internal static class GoldenSection
{
    private static readonly double Ratio = (Math.Sqrt(5) - 1) / 2;

    public static double Minimum(Func<double, double> cost, double low, double high, int steps)
    {
        var a = high - (Ratio * (high - low));
        var b = low + (Ratio * (high - low));
        var (costA, costB) = (cost(a), cost(b));
        for (var i = 0; i < steps && high - low > 1e-12 * Math.Abs(high); i++)
        {
            if (costA <= costB)
            {
                (high, b, costB) = (b, a, costA);
                a = high - (Ratio * (high - low));
                costA = cost(a);
            }
            else
            {
                (low, a, costA) = (a, b, costB);
                b = low + (Ratio * (high - low));
                costB = cost(b);
            }
        }

        return costA <= costB ? a : b;
    }
}
