using System.Globalization;
using System.Text.RegularExpressions;
using Outlay.Kernel;

namespace Outlay.Connectors.Gcp.Storage;

/// <summary>The month that a path names last: <c>2026-11</c>, <c>202611</c>, <c>2026/11</c>, <c>year=2026/month=11</c>, or a day of it.</summary>
internal static partial class PathMonth
{
    public static BillingPeriod? Of(string path)
    {
        var found = Month().Matches(path);
        if (found.Count == 0)
        {
            return null;
        }

        var last = found[^1];
        return new BillingPeriod(
            int.Parse(last.Groups["year"].Value, CultureInfo.InvariantCulture),
            int.Parse(last.Groups["month"].Value, CultureInfo.InvariantCulture)
        );
    }

    [GeneratedRegex(
        "(?<![0-9])(?<year>20[0-9]{2})[-_/]?(month=)?(?<month>0[1-9]|1[0-2])([-_/]?[0-3][0-9])?(?![0-9])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Month();
}
