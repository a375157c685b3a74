using System.Globalization;
using System.Text.RegularExpressions;
using Outlay.Kernel;

namespace Outlay.Connectors.Gcp.Storage;

/// <summary>
/// The month that a path names: by <c>year=2026/month=11</c> or <c>period=2026-11</c> where it says so, else the first of <c>2026-11</c>,
/// <c>202611</c>, <c>2026/11</c> or a day of it. What follows is the day or the run in which the month was written.
/// </summary>
internal static partial class PathMonth
{
    public static BillingPeriod? Of(string path) =>
        Named().Match(path) is { Success: true } named ? Read(named)
        : Plain().Match(path) is { Success: true } plain ? Read(plain)
        : null;

    private static BillingPeriod Read(Match found) =>
        new(
            int.Parse(found.Groups["year"].Value, CultureInfo.InvariantCulture),
            int.Parse(found.Groups["month"].Value, CultureInfo.InvariantCulture)
        );

    [GeneratedRegex(
        "(year=(?<year>20[0-9]{2})/month=|(month|period)=(?<year>20[0-9]{2})[-_]?)(?<month>0?[1-9]|1[0-2])(?![0-9])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Named();

    [GeneratedRegex(
        "(?<![0-9])(?<year>20[0-9]{2})[-_/]?(?<month>0[1-9]|1[0-2])([-_/]?[0-3][0-9])?(?![0-9])",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Plain();
}
