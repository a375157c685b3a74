using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Rules.Billed;

/// <summary>Tasks that are billed for x86 time.</summary>
internal static class BilledArmTask
{
    public static BilledRule Rule { get; } =
        new(
            new BilledPattern
            {
                Info = new(
                    "bill-task-arm",
                    "ARM tasks, by the bill",
                    Category.Containers,
                    "A Fargate service pays for x86 time; ARM costs a fifth less. A tenth is counted, as not every image can move."
                ),
                Matches = l =>
                    (l.Has("Fargate-vCPU-Hours") || l.Has("Fargate-GB-Hours")) && !l.Has("Spot"),
                Share = (_, _) => (0.1m, 0.2m),
                Kind = "Container service",
                Title = _ => "Run its tasks on ARM processors",
                Why = _ => "It is billed for x86 tasks, and ARM costs a fifth less.",
                Excludes = "purchase",
                Action = ActionKind.MigrateToArm,
                Confidence = 0.5,
                Risk = 2,
                Effort = Effort.Medium,
                Permissions = ["ecs:RegisterTaskDefinition", "ecs:UpdateService"],
            }
        );
}
