using System.Globalization;
using Outlay.Inventory;
using Outlay.Kernel;
using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Rules;

/// <summary>Bounds that people may set.</summary>
public sealed record RuleSettings
{
    /// <summary>Percentile of processor use that a size must carry; 99.5 as AWS Compute Optimizer has it.</summary>
    public double CpuPercentile { get; init; } = 99.5;

    /// <summary>Share of the processors that stays free, 0 to below 1.</summary>
    public double CpuHeadroom { get; init; } = 0.2;

    /// <summary>Share of the memory that stays free, 0 to below 1.</summary>
    public double MemoryHeadroom { get; init; } = 0.2;

    /// <summary>Least saving in a month that is worth a recommendation, in its currency.</summary>
    public decimal LeastSaving { get; init; } = 1m;

    /// <summary>Least saving as a share of the cost, 0 to 1.</summary>
    public double LeastShare { get; init; } = 0.05;

    /// <summary>Whether processors of another architecture are proposed.</summary>
    public bool ProposeArm { get; init; } = true;

    /// <summary>Days that a disk or an address must be unused.</summary>
    public int UnusedDays { get; init; } = 7;

    /// <summary>Days that a machine must be stopped.</summary>
    public int StoppedDays { get; init; } = 30;

    /// <summary>Days from which a snapshot is old.</summary>
    public int SnapshotDays { get; init; } = 90;

    /// <summary>
    /// The tag that excludes a resource from all rules; its value may be a day (<c>2027-01-31</c>) after which it counts again.
    /// </summary>
    public string IgnoreTag { get; init; } = "outlay:ignore";

    /// <summary>Words in the tag <c>env</c> or <c>environment</c>, or in a name, that mark what is not production.</summary>
    public IReadOnlyList<string> NonProduction { get; init; } =
    ["dev", "development", "test", "testing", "qa", "stage", "staging", "sandbox", "lab"];

    /// <summary>Rules that people switched off, by their ids.</summary>
    public IReadOnlyList<string> Off { get; init; } = [];

    /// <summary>Whether a rule is switched on.</summary>
    public bool IsOn(RuleInfo rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return !Off.Contains(rule.Id, StringComparer.Ordinal);
    }

    /// <summary>Whether a recommendation saves enough to be shown; upkeep always is.</summary>
    public bool IsWorthwhile(Recommendation recommendation)
    {
        ArgumentNullException.ThrowIfNull(recommendation);
        return recommendation.IsUpkeep
            || (
                recommendation.MonthlySaving >= LeastSaving
                && recommendation.MonthlySaving >= recommendation.MonthlyCost * (decimal)LeastShare
            );
    }

    /// <summary>What is wrong with the bounds; null when nothing is.</summary>
    public Problem? Check() =>
        CpuPercentile is < 50 or > 100
            ? Wrong("cpu-percentile", "The percentile of processor use", "50 to 100; 99.5 is usual")
        : CpuHeadroom is < 0 or > 0.9
            ? Wrong(
                "cpu-headroom",
                "The share of the processors that stays free",
                "0 to 90 percent"
            )
        : MemoryHeadroom is < 0 or > 0.9
            ? Wrong("memory-headroom", "The share of the memory that stays free", "0 to 90 percent")
        : LeastSaving is < 0 or > 1_000_000
            ? Wrong("least-saving", "The least saving", "0 or more, such as 1")
        : LeastShare is < 0 or > 1
            ? Wrong("least-share", "The least share of the cost", "0 to 100 percent")
        : UnusedDays is < 1 or > 365 ? Wrong("unused-days", "The days unused", "1 to 365")
        : StoppedDays is < 1 or > 365 ? Wrong("stopped-days", "The days stopped", "1 to 365")
        : SnapshotDays is < 1 or > 3650
            ? Wrong("snapshot-days", "The age of snapshots", "1 to 3650 days")
        : null;

    /// <summary>Whether people excluded a resource.</summary>
    public bool Excludes(Resource resource, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(resource);
        foreach (var (key, value) in resource.Tags)
        {
            if (string.Equals(key, IgnoreTag, StringComparison.OrdinalIgnoreCase))
            {
                return !DateOnly.TryParseExact(
                        value,
                        "yyyy-MM-dd",
                        CultureInfo.InvariantCulture,
                        DateTimeStyles.None,
                        out var until
                    )
                    || DateOnly.FromDateTime(now.UtcDateTime) <= until;
            }
        }

        return false;
    }

    /// <summary>Whether a resource's environment tag says that it is not production.</summary>
    public bool IsNonProduction(Resource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return resource.Tags.Any(t =>
            t.Key.ToUpperInvariant() is "ENV" or "ENVIRONMENT" or "STAGE"
            && NonProduction.Contains(t.Value.Trim(), StringComparer.OrdinalIgnoreCase)
        );
    }

    private static Problem Wrong(string field, string what, string range) =>
        new(ProblemKind.Invalid, $"{what} is out of bounds.", $"Write {range}.", field);
}
