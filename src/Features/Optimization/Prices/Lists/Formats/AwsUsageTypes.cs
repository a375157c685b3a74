using System.Globalization;
using System.Text.RegularExpressions;
using Outlay.Optimization.Bill;

namespace Outlay.Optimization.Prices.Lists.Formats;

/// <summary>What AWS's usage types and operations are to rules.</summary>
internal static partial class AwsUsageTypes
{
    private const string Machine = "BoxUsage:";
    private const string Database = "InstanceUsage:";

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
            return AwsOperations.System(how) is { } system
                ? ($"machine/{system}/{usage[Machine.Length..]}", 1m)
                : null;
        }

        if (usage.StartsWith(Database, StringComparison.Ordinal))
        {
            return AwsOperations.Engine(how) is { } engine
                ? ($"database/{engine.Item}/{usage[Database.Length..]}", 1m)
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
