using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Rules.Billed;

/// <summary>Linux machines of Intel families that have a sister on ARM.</summary>
internal static class BilledArmMachine
{
    private static readonly HashSet<string> Intel = new(StringComparer.Ordinal)
    {
        "t3",
        "m5",
        "m6i",
        "m7i",
        "c5",
        "c6i",
        "c7i",
        "r5",
        "r6i",
        "r7i",
    };

    public static BilledRule Rule { get; } =
        new(
            new BilledPattern
            {
                Info = new(
                    "bill-machine-arm",
                    "ARM machines, by the bill",
                    Category.Compute,
                    "A Linux machine on demand runs on an Intel family (AWS t3, m5 to m7i, c5 to c7i, r5 to r7i) whose sister on ARM costs up to a fifth less. A tenth is counted, as not all software can move."
                ),
                // The operation names the licence; one of Windows cannot move, and without it nobody knows.
                Matches = l =>
                    l is { PricingCategory: "Standard", Operation: "RunInstances" }
                    && l.After("BoxUsage:") is { } type
                    && Intel.Contains(type.Split('.')[0]),
                Share = (_, _) => (0.1m, 0.2m),
                Kind = "Virtual machine",
                Title = l => $"Try {l.After("BoxUsage:")} on ARM processors",
                Why = _ => "It is billed as Linux on Intel, and the ARM family costs a fifth less.",
                Excludes = "size",
                Confidence = 0.4,
                Risk = 2,
                Effort = Effort.High,
                NeedsRestart = true,
                Permissions = ["ec2:RunInstances", "ec2:TerminateInstances"],
            }
        );
}
