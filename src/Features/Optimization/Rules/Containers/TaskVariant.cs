using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Containers;

/// <summary>The same tasks on ARM processors, or outside production on spare capacity.</summary>
internal sealed class TaskVariant : IRule
{
    private readonly bool _isSpot;

    private TaskVariant(bool isSpot, RuleInfo info) => (_isSpot, Info) = (isSpot, info);

    /// <summary>Tasks on ARM processors.</summary>
    public static TaskVariant Arm { get; } =
        new(
            false,
            new(
                "task-arm",
                "ARM tasks",
                Category.Containers,
                "The same size on ARM processors costs a fifth less. Its images must be built for them."
            )
        );

    /// <summary>Tasks on spare capacity.</summary>
    public static TaskVariant Spot { get; } =
        new(
            true,
            new(
                "task-spot",
                "Spot tasks",
                Category.Containers,
                "A service that is not production, on spare capacity, which costs about 70 % less and can be taken away. Its price moves: 50 % are counted."
            )
        );

    public RuleInfo Info { get; }

    public IEnumerable<Verdict> Examine(RuleContext context) =>
        _isSpot
            ? ServiceFacts
                .Running(context)
                .Where(s => s.Service.SpotShare == 0 && context.Settings.IsNonProduction(s.Service))
                .Select(OnSpot)
                .OfType<Verdict>()
        : context.Settings.ProposeArm
            ? ServiceFacts
                .Running(context)
                .Where(s => s.Service is { Architecture: "x86_64", OperatingSystem: "linux" })
                .Select(OnArm)
                .OfType<Verdict>()
        : [];

    private Recommended? OnArm(ServiceFacts s)
    {
        if (
            s.Cost is not { } cost
            || s.Hour(s.Service.CpuUnits, s.Service.MemoryMib, s.Variant) is not { } now
            || s.Hour(s.Service.CpuUnits, s.Service.MemoryMib, "linux/arm64") is not { } then
            || then >= now
        )
        {
            return null;
        }

        var share = 1 - then / now;
        return new Recommended(
            s.Draft(
                Info,
                cost,
                "Run its tasks on ARM processors",
                $"The same size on ARM costs {Wording.Share(share)} less."
            ) with
            {
                Action = ActionKind.MigrateToArm,
                Current = $"{s.Size}, x86",
                Proposed = "the same size, ARM",
                MonthlySaving = cost.Saving(share),
                MonthlySavingAtList = cost.AtList * share,
                Confidence = 0.5,
                Risk = 2,
                Effort = Effort.Medium,
                NeedsRestart = true,
                Evidence =
                [
                    new(
                        "A task on x86",
                        Wording.Rate(now, cost.Currency),
                        $"{Wording.Rate(then, cost.Currency)} on ARM"
                    ),
                ],
                HowTo =
                [
                    new HowTo(
                        "Terraform",
                        "runtime_platform {\n  cpu_architecture        = \"ARM64\"\n  operating_system_family = \"LINUX\"\n}"
                    ),
                ],
                Permissions = ["ecs:RegisterTaskDefinition", "ecs:UpdateService"],
                Excludes = "purchase",
            }
        );
    }

    private Recommended? OnSpot(ServiceFacts s)
    {
        const decimal Least = 0.5m;
        const decimal Most = 0.7m;
        return s.Cost is not { } cost
            ? null
            : new Recommended(
                s.Draft(
                    Info,
                    cost,
                    "Run its tasks on spare capacity",
                    "Its tags say that it is not production, so it can bear to be interrupted."
                ) with
                {
                    Action = ActionKind.UseSpot,
                    Current = $"{s.Size}, on demand",
                    Proposed = "the same tasks, Fargate Spot",
                    MonthlySaving = cost.Saving(Least),
                    MonthlySavingAtList = cost.AtList * Least,
                    Range = (cost.Saving(Least), cost.Saving(Most)),
                    Confidence = 0.5,
                    Risk = 3,
                    Evidence = [new("Share on spare capacity", "0 %", "outside production")],
                    HowTo =
                    [
                        new HowTo(
                            "Terraform",
                            "capacity_provider_strategy {\n  capacity_provider = \"FARGATE_SPOT\"\n  weight            = 1\n}"
                        ),
                    ],
                    Permissions = ["ecs:UpdateService"],
                    Excludes = "purchase",
                }
            );
    }
}
