using System.Globalization;
using Outlay.Kernel;

namespace Outlay.Web.Formatting;

/// <summary>Amounts as people read them. Rounding happens here and nowhere before.</summary>
public static class Amounts
{
    private const string Minus = "\u2212";

    /// <summary>For tables: <c>$1,234.56</c>, <c>−$25.71</c>, <c>&lt;$0.01</c> for less than the smallest unit.</summary>
    public static string Exact(decimal amount, Currency currency)
    {
        var look = CurrencyLook.Of(currency);
        var smallest = look.Digits == 0 ? 1m : 0.01m;
        var size = Math.Abs(amount);
        if (size > 0 && size < smallest)
        {
            return amount < 0
                ? $">{Minus}{look.Prefix}{Fixed(smallest, look.Digits)}"
                : $"<{look.Prefix}{Fixed(smallest, look.Digits)}";
        }

        return Sign(amount) + look.Prefix + Fixed(size, look.Digits);
    }

    /// <summary>For indicators and axes: <c>$10.07M</c>, <c>$836.1k</c>; below a thousand as in tables.</summary>
    public static string Short(decimal amount, Currency currency)
    {
        var size = Math.Abs(amount);
        if (size < 999.995m)
        {
            return Exact(amount, currency);
        }

        var (scaled, unit) = Scale(size);
        return Sign(amount) + CurrencyLook.Of(currency).Prefix + Figures(scaled) + unit;
    }

    /// <summary>Every digit and the code, for titles: <c>10,072,345.678 USD</c>.</summary>
    public static string Full(decimal amount, Currency currency) =>
        Sign(amount)
        + Math.Abs(amount).ToString("#,##0.00################", CultureInfo.InvariantCulture)
        + " "
        + currency.Code;

    /// <summary>An amount as a difference: <c>+$1,234.56</c>, <c>−$25.71</c>, <c>$0.00</c>.</summary>
    public static string Difference(decimal amount, Currency currency) =>
        amount > 0 ? "+" + Exact(amount, currency) : Exact(amount, currency);

    /// <summary>A short amount as a difference: <c>+$1.23k</c>.</summary>
    public static string ShortDifference(decimal amount, Currency currency) =>
        amount > 0 ? "+" + Short(amount, currency) : Short(amount, currency);

    /// <summary>A relative change: <c>+0.2%</c>, <c>−12.0%</c>; <c>new</c> when there was nothing to compare with.</summary>
    public static string Change(decimal? ratio)
    {
        if (ratio is null)
        {
            return "new";
        }

        var percent = Math.Round(ratio.Value * 100, 1, MidpointRounding.AwayFromZero);
        var text = Math.Abs(percent).ToString("#,##0.0", CultureInfo.InvariantCulture) + "%";
        return percent > 0 ? "+" + text : Sign(percent) + text;
    }

    /// <summary>A share of a whole: <c>12.3%</c>; <c>&lt;0.1%</c> for less.</summary>
    public static string Share(decimal ratio)
    {
        var percent = ratio * 100;
        if (percent is > 0 and < 0.05m)
        {
            return "<0.1%";
        }

        return Sign(Math.Round(percent, 1))
            + Math.Abs(percent).ToString("0.0", CultureInfo.InvariantCulture)
            + "%";
    }

    /// <summary>An axis label: only the digits that the step between two labels needs.</summary>
    public static string Tick(decimal amount, decimal step, Currency currency)
    {
        var size = Math.Abs(amount);
        var (_, unit) = Scale(size);
        var divisor = Divisor(unit);
        var digits = 0;
        for (var rest = step / divisor; digits < 2 && rest != Math.Truncate(rest); rest *= 10)
        {
            digits++;
        }

        return Sign(amount)
            + CurrencyLook.Of(currency).Prefix
            + (amount == 0 ? "0" : Fixed(size / divisor, digits))
            + unit;
    }

    private static string Figures(decimal scaled) => Fixed(scaled, scaled < 100 ? 2 : 1);

    private static (decimal Scaled, string Unit) Scale(decimal size) =>
        size switch
        {
            >= 999_950_000m => (size / 1_000_000_000m, "B"),
            >= 999_950m => (size / 1_000_000m, "M"),
            >= 999.995m => (size / 1_000m, "k"),
            _ => (size, ""),
        };

    private static decimal Divisor(string unit) =>
        unit switch
        {
            "B" => 1_000_000_000m,
            "M" => 1_000_000m,
            "k" => 1_000m,
            _ => 1m,
        };

    private static string Fixed(decimal size, int digits) =>
        Math.Round(size, digits, MidpointRounding.AwayFromZero)
            .ToString(
                "N" + digits.ToString(CultureInfo.InvariantCulture),
                CultureInfo.InvariantCulture
            );

    private static string Sign(decimal amount) => amount < 0 ? Minus : "";
}
