using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Containers;

/// <summary>Services whose tasks do nothing.</summary>
internal sealed class IdleService : IRule
{
    private const double Bound = 1;

    public RuleInfo Info { get; } =
        new(
            "idle-service",
            "Idle container service",
            Category.Containers,
            "Its tasks never used more than 1 % of their processors in the window of two weeks or more. Saves their whole cost."
        );

    public IEnumerable<Verdict> Examine(RuleContext context) =>
        ServiceFacts.Running(context).Select(Judge).OfType<Verdict>();

    private Recommended? Judge(ServiceFacts s) =>
        s is { Cpu: { } cpu, Cost: { } cost }
        && cpu.Values.Maximum < Bound
        && cpu.Hours >= 13 * 24
        && (s.Service.CreatedAt is null || s.Service.CreatedAt <= s.Scan.MeasuredFrom)
            ? new Recommended(
                s.Draft(
                    Info,
                    cost,
                    "Scale idle service to no task",
                    $"Its tasks never used more than {Wording.Percent(cpu.Values.Maximum)} of their processors."
                ) with
                {
                    Action = ActionKind.ScaleIn,
                    Current = s.Size,
                    Proposed = "0 tasks",
                    Risk = 2,
                    Confidence = Wording.Confidence(cpu) * 0.9,
                    Evidence =
                    [
                        new("Processors, largest", Wording.Percent(cpu.Values.Maximum), "below 1 %")
                        {
                            Days = [.. cpu.Days.Select(d => d.Maximum)],
                        },
                    ],
                    HowTo =
                    [
                        Wording.Cli(
                            s.Service,
                            $"aws ecs update-service --cluster {s.Service.Cluster} --service {s.Service.Label} --desired-count 0 {{region}}"
                        ),
                    ],
                    Permissions = ["ecs:UpdateService"],
                }
            )
            : null;
}
