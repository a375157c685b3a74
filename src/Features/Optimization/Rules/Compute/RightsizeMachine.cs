using Outlay.Inventory;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rightsizing;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Compute;

/// <summary>
/// Machines that a smaller type carries, by AWS Compute Optimizer's published rule: the percentile of processor use and the largest memory
/// use, each with headroom. Memory that was not measured stays as it is.
/// </summary>
internal sealed class RightsizeMachine : IRule
{
    private const int MostOptions = 3;
    private const double NonProductionPercentile = 95;
    private const double NonProductionHeadroom = 0.1;

    public RuleInfo Info { get; } =
        new(
            "rightsize-machine",
            "Oversized machine",
            Category.Compute,
            "A cheaper type of the same architecture carries the percentile of processor use and the largest memory use, both with headroom (bounds below; the 95th and 10 % where tags say that it is not production). Memory that was not measured stays. Up to three ways."
        );

    public IEnumerable<Verdict> Examine(RuleContext context) =>
        MachineFacts.Running(context).Select(Judge).OfType<Verdict>();

    private Verdict? Judge(MachineFacts m)
    {
        if (m.Lacks() is { } lacks)
        {
            return new InsufficientData(Info.Id, m.Subject, lacks);
        }

        if (m.Type is not { } type || m.Price is null)
        {
            return new InsufficientData(
                Info.Id,
                m.Subject,
                $"Size or price of {m.Machine.Type} is not known."
            );
        }

        var (percentile, cpuRoom, memoryRoom) = Bounds(m);
        var need = MachineNeed.Of(
            type.VCpus,
            m.Cpu!.Values.Percentile(percentile),
            cpuRoom,
            type.MemoryGib,
            m.Memory?.Values.Maximum,
            memoryRoom,
            Traffic(m, percentile)
        );
        var options = m.Offered()
            .Where(t => Fits(t, type, need, m.Memory is not null))
            .Select(m.Option)
            .OfType<MachineOption>()
            .OrderByDescending(o => o.Share)
            .ThenBy(o => o.Type.Family == type.Family ? 0 : 1)
            .ThenBy(o => o.Type.Name, StringComparer.Ordinal)
            .Take(MostOptions)
            .ToList();
        return options is [var best, .. var others] ? Found(m, best, others, percentile) : null;
    }

    private static (double Percentile, double Cpu, double Memory) Bounds(MachineFacts m)
    {
        var s = m.Context.Settings;
        return s.IsNonProduction(m.Machine)
            ? (
                Math.Min(s.CpuPercentile, NonProductionPercentile),
                Math.Min(s.CpuHeadroom, NonProductionHeadroom),
                Math.Min(s.MemoryHeadroom, NonProductionHeadroom)
            )
            : (s.CpuPercentile, s.CpuHeadroom, s.MemoryHeadroom);
    }

    // What is of another generation or architecture is for other rules; what is much smaller needs its memory measured.
    private static bool Fits(
        MachineType option,
        MachineType now,
        MachineNeed need,
        bool hasMemory
    ) =>
        option.Architecture == now.Architecture
        && option.IsCurrent
        && option.Gpus >= now.Gpus
        && option.LocalStorageGb >= now.LocalStorageGb
        && (!option.IsBurstable || now.IsBurstable)
        && (option.Hypervisor == now.Hypervisor || now.Hypervisor is null)
        && (option.VCpus < now.VCpus || option.MemoryGib < now.MemoryGib)
        && (hasMemory || option.VCpus >= now.VCpus / 4)
        && need.IsMetBy(option.VCpus, option.MemoryGib, option.NetworkGbps);

    private static double? Traffic(MachineFacts m, double percentile) =>
        m.Machine.Measured(MetricNames.NetworkIn, Statistic.Sum) is { } to
        && m.Machine.Measured(MetricNames.NetworkOut, Statistic.Sum) is { } from
            ? Math.Max(
                to.Values.Percentile(percentile) / to.PeriodSeconds,
                from.Values.Percentile(percentile) / from.PeriodSeconds
            )
            : null;

    private Recommended Found(
        MachineFacts m,
        MachineOption best,
        IReadOnlyList<MachineOption> others,
        double percentile
    )
    {
        var cpu = m.Cpu!.Values.Percentile(percentile);
        var projected = cpu * m.Type!.VCpus / best.Type.VCpus;
        return new Recommended(
            MachineChange.To(
                m,
                best,
                Info,
                ActionKind.Rightsize,
                $"Its {Wording.Number(percentile)}th percentile of processor use is {Wording.Percent(cpu)}, and would be {Wording.Percent(projected)} of {best.Type.Name}; memory {MemoryWords(m, best)}."
            ) with
            {
                Confidence = Risk.Confidence(m.Cpu, m.Memory is not null, percentile),
                Risk = RiskOf(m, best),
                Evidence =
                [
                    MachineEvidence.Percentile(
                        "Processors",
                        m.Cpu,
                        percentile,
                        $"{Wording.Percent(projected)} after"
                    ),
                    .. m.Memory is { } memory
                        ? [MachineEvidence.Percentile("Memory", memory, 100, MemoryWords(m, best))]
                        : new[] { new Evidence("Memory", "not measured", "kept as it is") },
                    .. m.Rates(best),
                    .. m.Covered(),
                ],
                Alternatives =
                [
                    .. others.Select(o => new Alternative(
                        o.Size,
                        m.Cost!.Saving(o.Share),
                        RiskOf(m, o),
                        o.Type.Family == m.Type.Family ? "same family" : "another family"
                    )),
                ],
            }
        );
    }

    private static string MemoryWords(MachineFacts m, MachineOption option) =>
        m.Memory is { } memory
            ? $"{Wording.Percent(memory.Values.Maximum * m.Type!.MemoryGib / option.Type.MemoryGib)} at most"
            : "stays";

    private static int RiskOf(MachineFacts m, MachineOption option) =>
        Math.Max(
            m.Memory is null ? 1 : 0,
            Risk.Level(
                Risk.Exceedance(m.Cpu!.Values, option.Type.VCpus / m.Type!.VCpus),
                m.Memory is { } memory
                    ? Risk.Exceedance(memory.Values, option.Type.MemoryGib / m.Type.MemoryGib)
                    : 0
            )
        );
}
