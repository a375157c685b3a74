using System.Globalization;
using System.Text.RegularExpressions;

namespace Outlay.Optimization.Prices.Lists.Formats;

/// <summary>What AWS's usage types and operations are to rules.</summary>
internal static partial class AwsUsageTypes
{
    private const string Machine = "BoxUsage:";
    private const string Database = "InstanceUsage:";

    private static readonly Dictionary<string, string> Systems = new(StringComparer.Ordinal)
    {
        ["RunInstances"] = "linux",
        ["RunInstances:0002"] = "windows",
        ["RunInstances:0010"] = "rhel",
        ["RunInstances:000g"] = "suse",
    };

    private static readonly Dictionary<string, string> Engines = new(StringComparer.Ordinal)
    {
        ["CreateDBInstance:0002"] = "mysql",
        ["CreateDBInstance:0014"] = "postgres",
        ["CreateDBInstance:0018"] = "mariadb",
        ["CreateDBInstance:0016"] = "aurora",
        ["CreateDBInstance:0021"] = "aurora",
    };

    private static readonly Lazy<
        Dictionary<(string Usage, string Operation), (string Item, decimal Divisor)>
    > Others = new(() =>
        RateCard
            .Rows("aws-usage-types")
            .ToDictionary(
                r => (r[0], r[1]),
                r => (r[2], decimal.Parse(r[3], NumberStyles.Number, CultureInfo.InvariantCulture))
            )
    );

    /// <summary>The item, and how many of its units AWS's unit is; null when no rule asks for it.</summary>
    /// <param name="usageType">With or without the short name of a region before it.</param>
    /// <param name="operation">The operation; may be missing.</param>
    public static (string Item, decimal Divisor)? Of(string usageType, string? operation)
    {
        var usage = RegionPrefix().Replace(usageType, "");
        var how = operation ?? "";
        if (usage.StartsWith(Machine, StringComparison.Ordinal))
        {
            return Systems.TryGetValue(how, out var system)
                ? ($"machine/{system}/{usage[Machine.Length..]}", 1m)
                : null;
        }

        if (usage.StartsWith(Database, StringComparison.Ordinal))
        {
            return Engines.TryGetValue(how, out var engine)
                ? ($"database/{engine}/{usage[Database.Length..]}", 1m)
                : null;
        }

        return Others.Value.TryGetValue((usage, how), out var exact) ? exact
            : Others.Value.TryGetValue((usage, "*"), out var any) ? any
            : null;
    }

    /// <summary>Whether a product's tenancy is not that of machines or hosts of one's own.</summary>
    public static bool IsShared(string? tenancy) => tenancy is null or "" or "NA" or "Shared";

    // USE2-, EU-, APN1-, CAN1-, UGW1-: capitals and digits; usage types themselves begin with small letters after the first.
    [GeneratedRegex("^[A-Z]{2,4}[0-9]?-", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RegionPrefix();
}
