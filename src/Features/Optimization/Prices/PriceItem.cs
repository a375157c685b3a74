using System.Globalization;
using System.Text.RegularExpressions;
using Outlay.Commitments.Payments;

namespace Outlay.Optimization.Prices;

/// <summary>
/// Names of what has a price: <c>machine/SYSTEM/TYPE</c> and <c>database/ENGINE/CLASS</c> by the hour, anything else with its unit as the
/// last part, such as <c>disk/gp3/gib-month</c>. The price of the same under a commitment has its kind, years and payment before it, such as
/// <c>compute/1/NoUpfront/machine/linux/m5.large</c>.
/// </summary>
internal static partial class PriceItem
{
    private static readonly Dictionary<string, string> Units = new(StringComparer.Ordinal)
    {
        ["hour"] = "hour",
        ["month"] = "month",
        ["request"] = "request",
        ["gib"] = "GiB",
        ["gib-hour"] = "GiB-hour",
        ["gib-month"] = "GiB-month",
        ["gib-second"] = "GiB-second",
        ["vcpu-hour"] = "vCPU-hour",
        ["iops-month"] = "IOPS-month",
        ["mibps-month"] = "MiB/s-month",
    };

    /// <summary>The same item under a commitment.</summary>
    public static string Committed(DiscountKind kind, int years, Payment payment, string item) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{kind.ToString().ToLowerInvariant()}/{years}/{payment}/{item}"
        );

    /// <summary>The unit of an item; null for a name of no such form.</summary>
    public static string? Unit(string item)
    {
        var parts = item.Split('/');
        return !Form().IsMatch(item) ? null
            : parts is ["compute" or "family" or "reserved", _, _, ..]
                ? Unit(string.Join('/', parts[3..]))
            : parts is ["machine", _, _] ? "hour"
            : parts is ["database", not "storage", var type]
            && type.StartsWith("db.", StringComparison.Ordinal)
                ? "hour"
            : Units.GetValueOrDefault(parts[^1]);
    }

    /// <summary>The family of a machine or a database, within which price goes by size, and how many of its base size the item is; null for anything else.</summary>
    public static (string Family, decimal Factor)? Family(string provider, string item) =>
        item.Split('/') switch
        {
            ["compute" or "family" or "reserved", var years, var payment, .. var rest]
                when Family(provider, string.Join('/', rest)) is var (family, factor) => (
                $"{item.Split('/')[0]}/{years}/{payment}/{family}",
                factor
            ),
            ["machine", var system, var type] when type.Contains("{n}", StringComparison.Ordinal) =>
                ($"machine/{system}/{type}", 1m),
            ["machine", var system, var type]
                when MachineSize.Split(provider, type) is var (family, factor) => (
                $"machine/{system}/{family}",
                factor
            ),
            ["database", var engine, var type]
                when type.LastIndexOf('.') is > 0 and var dot
                    && MachineSize.Factor(type[(dot + 1)..]) is { } factor => (
                $"database/{engine}/{type[..dot]}.large",
                factor
            ),
            _ => null,
        };

    [GeneratedRegex(
        "^[A-Za-z0-9._-]+(/[A-Za-z0-9._{}-]+){1,6}$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Form();
}
