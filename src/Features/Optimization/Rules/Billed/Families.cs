using System.Text.RegularExpressions;
using Outlay.Optimization.Prices;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Rules.Billed;

/// <summary>Older families of machines as bills name them, and what their successors save at list price by the rate card.</summary>
internal static partial class Families
{
    private static readonly Dictionary<string, string> Machines = new(StringComparer.Ordinal)
    {
        ["m3"] = "m6i",
        ["m4"] = "m6i",
        ["c3"] = "c6i",
        ["c4"] = "c6i",
        ["r3"] = "r6i",
        ["r4"] = "r6i",
        ["t2"] = "t3",
        ["i2"] = "i3",
    };

    private static readonly Dictionary<string, string> Databases = new(StringComparer.Ordinal)
    {
        ["db.t2"] = "db.t4g",
        ["db.m4"] = "db.m6g",
        ["db.m5"] = "db.m6g",
        ["db.r4"] = "db.r6g",
        ["db.r5"] = "db.r6g",
    };

    /// <summary>Least and most share that a newer family saves; null when the family is not older or not known.</summary>
    public static (decimal Least, decimal Most)? Older(BillLine line)
    {
        if (line.PricingCategory != "Standard")
        {
            return null;
        }

        if (
            line.After("BoxUsage:") is { } type
            && Machines.TryGetValue(type.Split('.')[0], out var next)
            && Ratio($"{type.Split('.')[0]}.large", $"{next}.large") is { } share
        )
        {
            return (share, share);
        }

        return line.Provider == "Microsoft"
            && line.Service == "Virtual Machines"
            && AzureOld().IsMatch(line.Meter ?? "")
                ? (0.2m, 0.34m)
            : line.Provider == "Google Cloud" && line.Says("N1 Predefined Instance")
                ? (0.11m, 0.29m)
            : null;
    }

    /// <summary>The same for classes of databases.</summary>
    public static (decimal Least, decimal Most)? OlderDatabase(BillLine line)
    {
        if (
            line.PricingCategory != "Standard"
            || line.After("Usage:") is not { } type
            || type.LastIndexOf('.') is not (> 0 and var dot)
            || !Databases.TryGetValue(type[..dot], out var next)
        )
        {
            return null;
        }

        var card = RateCard.Shipped;
        var now = card.Item("AWS", "us-east-1", $"database/mysql/{type[..dot]}.large");
        var then = card.Item("AWS", "us-east-1", $"database/mysql/{next}.large");
        return now is not null && then is not null && then.Amount < now.Amount
            ? (1 - then.Amount / now.Amount, 1 - then.Amount / now.Amount)
            : null;
    }

    private static decimal? Ratio(string now, string then)
    {
        var card = RateCard.Shipped;
        return
            card.Machine("AWS", "us-east-1", now) is { } old
            && card.Machine("AWS", "us-east-1", then) is { } newer
            && newer.Amount < old.Amount
            ? 1 - newer.Amount / old.Amount
            : null;
    }

    // A2 v2, D2 v2, DS3 v2, D2, A4: series before version 3.
    [GeneratedRegex("^(A|D|DS)[0-9]+(m)?( v2)?( Spot)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AzureOld();
}
