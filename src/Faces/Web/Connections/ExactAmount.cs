using System.Globalization;

namespace Outlay.Web.Connections;

/// <summary>Control totals are exact decimal texts; these show them without losing a digit.</summary>
public static class ExactAmount
{
    /// <summary>Thousands grouped, every fraction digit kept, at least two: <c>1,234.5678</c>.</summary>
    public static string Grouped(string exact)
    {
        var negative = exact.StartsWith('-');
        var parts = exact.TrimStart('-').Split('.', 2);
        var fraction = (parts.Length == 2 ? parts[1].TrimEnd('0') : "").PadRight(2, '0');
        var whole = parts[0];
        for (var at = whole.Length - 3; at > 0; at -= 3)
        {
            whole = whole.Insert(at, ",");
        }

        return (negative ? "\u2212" : "") + whole + "." + fraction;
    }

    /// <summary>The amount, for rounding to what tables show.</summary>
    public static decimal Rounded(string exact) =>
        decimal.Parse(
            exact,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture
        );
}
