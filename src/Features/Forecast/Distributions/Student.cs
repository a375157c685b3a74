namespace Outlay.Forecast.Distributions;

/// <summary>Quantiles of Student's t: the distribution function by the incomplete beta fraction (Abramowitz and Stegun 26.5.8, 26.7.1), inverted by bisection.</summary>
internal static class Student
{
    private const int Halvings = 200;

    /// <summary>Half the width of the central interval of a level with the given degrees of freedom.</summary>
    public static double TwoSided(double level, double freedom)
    {
        var (low, high) = (0.0, 1.0);
        while (Central(high, freedom) < level)
        {
            high *= 2;
        }

        for (var i = 0; i < Halvings && high - low > 1e-15 * high; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Central(middle, freedom) < level ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }

    /// <summary>The share between -t and t.</summary>
    private static double Central(double t, double freedom)
    {
        var x = freedom / (freedom + (t * t));
        return 1 - IncompleteBeta(x, freedom / 2, 0.5);
    }

    private static double IncompleteBeta(double x, double a, double b)
    {
        if (x is <= 0 or >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        var front = Math.Exp(
            LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(1 - x))
        );
        return x < (a + 1) / (a + b + 2)
            ? front * Fraction(x, a, b) / a
            : 1 - (front * Fraction(1 - x, b, a) / b);
    }

    /// <summary>Lentz's evaluation of the continued fraction.</summary>
    private static double Fraction(double x, double a, double b)
    {
        const double tiny = 1e-300;
        var c = 1.0;
        var d = 1 / NotZero(1 - ((a + b) * x / (a + 1)), tiny);
        var value = d;
        for (var m = 1; m <= 1000; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / NotZero(1 + (even * d), tiny);
            c = NotZero(1 + (even / c), tiny);
            value *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / NotZero(1 + (odd * d), tiny);
            c = NotZero(1 + (odd / c), tiny);
            var step = d * c;
            value *= step;
            if (Math.Abs(step - 1) < 1e-16)
            {
                break;
            }
        }

        return value;
    }

    private static double NotZero(double value, double tiny) =>
        Math.Abs(value) < tiny ? tiny : value;

    /// <summary>Stirling's series after shifting the argument upwards.</summary>
    private static double LogGamma(double x)
    {
        var shift = 0.0;
        while (x < 20)
        {
            shift -= Math.Log(x);
            x++;
        }

        var inverse = 1 / (x * x);
        var series =
            ((1.0 / 12) - (inverse * ((1.0 / 360) - (inverse * ((1.0 / 1260) - (inverse / 1680))))))
            / x;
        return shift + ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + series;
    }
}
