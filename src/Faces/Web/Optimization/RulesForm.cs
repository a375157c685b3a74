using System.Globalization;
using Outlay.Kernel;
using Outlay.Optimization.Rules;

namespace Outlay.Web.Optimization;

/// <summary>A bound as the form shows it.</summary>
/// <param name="Field">Name of the field.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Hint">What it does.</param>
public sealed record RuleBound(string Field, string Label, string Hint);

/// <summary>The form of the rules, as it was typed.</summary>
public sealed record RulesForm
{
    private const double Hundred = 100;

    /// <summary>The bounds.</summary>
    public static IReadOnlyList<RuleBound> Bounds { get; } =
    [
        new(
            "cpu-percentile",
            "Percentile of processor use",
            "A size must carry this share of all moments; 99.5 is usual, 95 is bold."
        ),
        new(
            "cpu-headroom",
            "Processors that stay free, %",
            "Room above that percentile; 20 is usual."
        ),
        new("memory-headroom", "Memory that stays free, %", "Room above the peak; 20 is usual."),
        new(
            "least-saving",
            "Least saving a month",
            "What saves less is not shown, in the currency of the bill."
        ),
        new("least-share", "Least share of the cost, %", "What saves a smaller part is not shown."),
        new("unused-days", "Days unused", "From so many days on, a disk or an address is unused."),
        new(
            "stopped-days",
            "Days stopped",
            "From so many days on, a stopped machine is forgotten."
        ),
        new("snapshot-days", "Days of a snapshot", "From so many days on, a snapshot is old."),
    ];

    /// <summary>Values of the bounds by field; null when none was sent.</summary>
    public Dictionary<string, string?>? Values { get; init; }

    /// <summary>Whether ARM is proposed.</summary>
    public bool Arm { get; init; }

    /// <summary>Rules that are on, by id; null when none is.</summary>
    public string[]? On { get; init; }

    /// <summary>What the form shows before anything is typed.</summary>
    public static RulesForm Of(RuleSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return new()
        {
            Values = new(StringComparer.Ordinal)
            {
                ["cpu-percentile"] = Text(settings.CpuPercentile),
                ["cpu-headroom"] = Text(settings.CpuHeadroom * Hundred),
                ["memory-headroom"] = Text(settings.MemoryHeadroom * Hundred),
                ["least-saving"] = settings.LeastSaving.ToString(
                    "0.##",
                    CultureInfo.InvariantCulture
                ),
                ["least-share"] = Text(settings.LeastShare * Hundred),
                ["unused-days"] = Text(settings.UnusedDays),
                ["stopped-days"] = Text(settings.StoppedDays),
                ["snapshot-days"] = Text(settings.SnapshotDays),
            },
            Arm = settings.ProposeArm,
            On = [.. RuleBook.All.Where(settings.IsOn).Select(r => r.Id)],
        };
    }

    /// <summary>The settings, or the first field that cannot be read.</summary>
    public Result<RuleSettings> Read(RuleSettings standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        foreach (var bound in Bounds)
        {
            if (!TryNumber(bound.Field, out _))
            {
                return new Problem(
                    ProblemKind.Invalid,
                    $"{bound.Label}: '{Values?.GetValueOrDefault(bound.Field)}' is no number.",
                    "Write digits, with a point for fractions.",
                    bound.Field
                );
            }
        }

        return standing with
        {
            CpuPercentile = Number("cpu-percentile"),
            CpuHeadroom = Number("cpu-headroom") / Hundred,
            MemoryHeadroom = Number("memory-headroom") / Hundred,
            LeastSaving = (decimal)Number("least-saving"),
            LeastShare = Number("least-share") / Hundred,
            UnusedDays = (int)Number("unused-days"),
            StoppedDays = (int)Number("stopped-days"),
            SnapshotDays = (int)Number("snapshot-days"),
            ProposeArm = Arm,
            Off = [.. RuleBook.All.Select(r => r.Id).Except(On ?? [], StringComparer.Ordinal)],
        };
    }

    private double Number(string field) => TryNumber(field, out var number) ? number : 0;

    private bool TryNumber(string field, out double number) =>
        double.TryParse(
            Values?.GetValueOrDefault(field)?.Trim(),
            NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out number
        )
        && Math.Abs(number) < 1e9;

    private static string Text(double number) =>
        number.ToString("0.##", CultureInfo.InvariantCulture);
}
