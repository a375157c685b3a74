using System.Globalization;
using System.Numerics;

namespace Outlay.Ingest.Runs;

/// <summary>Adds decimal texts of 38 digits, which <see cref="decimal"/> cannot hold.</summary>
internal static class ExactText
{
    private const int Scale = 18;

    public static string Add(string left, string right)
    {
        var sum = Units(left) + Units(right);
        var digits = BigInteger
            .Abs(sum)
            .ToString(CultureInfo.InvariantCulture)
            .PadLeft(Scale + 1, '0');
        return $"{(sum.Sign < 0 ? "-" : "")}{digits[..^Scale]}.{digits[^Scale..]}";
    }

    private static BigInteger Units(string text)
    {
        var parts = text.Split('.', 2);
        var fraction = parts.Length > 1 ? parts[1] : "";
        return BigInteger.Parse(
            parts[0] + fraction.PadRight(Scale, '0'),
            CultureInfo.InvariantCulture
        );
    }
}
