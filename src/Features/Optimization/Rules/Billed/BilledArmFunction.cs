using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Rules.Billed;

/// <summary>Functions that are billed for x86 time.</summary>
internal static class BilledArmFunction
{
    public static BilledRule Rule { get; } =
        new(
            new BilledPattern
            {
                Info = new(
                    "bill-function-arm",
                    "ARM functions, by the bill",
                    Category.Serverless,
                    "A function pays for x86 time; ARM time costs a fifth less. A tenth is counted, as runs may take longer and some cannot move."
                ),
                Matches = l => l.Has("Lambda-GB-Second") && !l.Has("ARM"),
                Share = (_, _) => (0.1m, 0.2m),
                Kind = "Function",
                Title = _ => "Run it on ARM processors",
                Why = _ => "It is billed for x86 time, and ARM time costs a fifth less.",
                Excludes = "purchase",
                Action = ActionKind.MigrateToArm,
                Confidence = 0.5,
                Permissions = ["lambda:UpdateFunctionCode"],
            }
        );
}
