using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rightsizing;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Containers;

/// <summary>Tasks that a cheaper size carries: the cheapest of the sizes on offer that holds both needs, which need not be the nearest.</summary>
internal sealed class TaskSize : IRule
{
    private const double Room = 0.2;

    public RuleInfo Info { get; } =
        new(
            "task-size",
            "Oversized task",
            Category.Containers,
            "The cheapest of the 74 sizes of Fargate that carries the percentile of processor use and the largest memory use of the service's tasks, each with a fifth on top, and the largest of its containers. What a scaling policy goes by stays."
        );

    public IEnumerable<Verdict> Examine(RuleContext context) =>
        ServiceFacts.Running(context).Select(Judge).OfType<Verdict>();

    private Verdict? Judge(ServiceFacts s)
    {
        if (
            s.Cpu is not { } cpu
            || s.Memory is not { } memory
            || cpu.Hours < ServiceFacts.LeastHours
        )
        {
            return Draft.Unknown(
                s.Context,
                s.Scan,
                s.Service,
                ServiceFacts.Kind,
                Info,
                "Processors and memory of its tasks were not measured for a day."
            );
        }

        if (
            s.Cost is not { } cost
            || s.Hour(s.Service.CpuUnits, s.Service.MemoryMib, s.Variant) is not { } now
            || s.Service.ScalesBy.Contains("steps")
        )
        {
            return null;
        }

        var percentile = s.Context.Settings.CpuPercentile;
        var need = MachineNeed.Of(
            s.Service.CpuUnits,
            cpu.Values.Percentile(percentile),
            Room,
            s.Service.MemoryMib,
            memory.Values.Maximum,
            Room
        );
        var leastCpu = s.Service.ScalesBy.Contains("cpu")
            ? s.Service.CpuUnits
            : Math.Max(need.VCpus, s.Service.LargestContainerCpu);
        var leastMib = s.Service.ScalesBy.Contains("memory")
            ? s.Service.MemoryMib
            : Math.Max(need.MemoryGib, s.Service.LargestContainerMib);
        var best = TaskSizes
            .All.Where(p =>
                p.Cpu >= leastCpu
                && p.Mib >= leastMib
                && (s.Service.OperatingSystem == "linux" || p.Cpu is >= 1024 and <= 4096)
            )
            .Select(p => (Size: p, Hour: s.Hour(p.Cpu, p.Mib, s.Variant)))
            .Where(p => p.Hour < now)
            .OrderBy(p => p.Hour)
            .ToList();
        return best is [var first, ..]
            ? Found(s, cost, first.Size, 1 - first.Hour!.Value / now, percentile)
            : null;
    }

    private Recommended Found(
        ServiceFacts s,
        ResourceCost cost,
        (int Cpu, int Mib) size,
        decimal share,
        double percentile
    )
    {
        var cpu = s.Cpu!.Values.Percentile(percentile);
        var memory = s.Memory!.Values.Maximum;
        return new Recommended(
            s.Draft(
                Info,
                cost,
                $"Give its tasks {Wording.Number(size.Cpu / 1024.0)} vCPU and {Wording.Number(size.Mib / 1024.0)} GiB",
                $"Its tasks use {Wording.Percent(cpu)} of their processors at the {Wording.Number(percentile)}th percentile and at most {Wording.Percent(memory)} of their memory."
            ) with
            {
                Action = ActionKind.Rightsize,
                Current = s.Size,
                Proposed =
                    $"{Wording.Number(size.Cpu / 1024.0)} vCPU, {Wording.Number(size.Mib / 1024.0)} GiB",
                MonthlySaving = cost.Saving(share),
                MonthlySavingAtList = cost.AtList * share,
                Confidence = Risk.Confidence(s.Cpu, true, percentile),
                Risk = Risk.Level(
                    Risk.Exceedance(s.Cpu.Values, (double)size.Cpu / s.Service.CpuUnits),
                    Risk.Exceedance(s.Memory.Values, (double)size.Mib / s.Service.MemoryMib)
                ),
                NeedsRestart = true,
                Evidence =
                [
                    new(
                        $"Processors, {Wording.Number(percentile)}th percentile",
                        Wording.Percent(cpu),
                        $"{Wording.Percent(cpu * s.Service.CpuUnits / size.Cpu)} after"
                    )
                    {
                        Days = [.. s.Cpu.Days.Select(d => d.Maximum)],
                    },
                    new(
                        "Memory, largest",
                        Wording.Percent(memory),
                        $"{Wording.Percent(memory * s.Service.MemoryMib / size.Mib)} after"
                    )
                    {
                        Days = [.. s.Memory.Days.Select(d => d.Maximum)],
                    },
                ],
                HowTo =
                [
                    new HowTo(
                        "Terraform",
                        $"# aws_ecs_task_definition\ncpu    = {size.Cpu}\nmemory = {size.Mib}"
                    ),
                    Wording.Cli(
                        s.Service,
                        $"# register a revision with \"cpu\": \"{size.Cpu}\", \"memory\": \"{size.Mib}\", then\naws ecs update-service --cluster {s.Service.Cluster} --service {s.Service.Label} --task-definition REVISION {{region}}"
                    ),
                ],
                Permissions = ["ecs:RegisterTaskDefinition", "ecs:UpdateService"],
                Excludes = "size",
            }
        );
    }
}
