using System.Globalization;
using Outlay.Inventory;

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
}
