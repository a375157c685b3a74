using Outlay.Connectors.Aws.Inventory.Measures;
using Outlay.Inventory;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Aws.Inventory.Readers;

/// <summary>What is measured of a running machine.</summary>
internal static class MachineMetrics
{
    private const string Space = "AWS/EC2";

    /// <param name="machine">The machine.</param>
    /// <param name="fine">Whether processors are read in steps of five minutes.</param>
    /// <param name="burstable">Whether it runs on credits.</param>
    /// <param name="memory">Where its memory is; null when no agent tells it.</param>
    /// <param name="gpus">Where its graphics processors are.</param>
    public static IEnumerable<MetricWish> Of(
        VirtualMachine machine,
        bool fine,
        bool burstable,
        MetricSource? memory,
        IReadOnlyList<MetricSource>? gpus
    )
    {
        yield return Wish(
            machine,
            MetricNames.Cpu,
            Statistic.Average,
            "CPUUtilization",
            fine ? MetricWish.FiveMinutes : MetricWish.Hour
        ) with
        {
            KeepWeek = true,
        };
        yield return Wish(machine, MetricNames.Cpu, Statistic.Maximum, "CPUUtilization") with
        {
            KeepWeek = true,
        };
        yield return Wish(machine, MetricNames.NetworkIn, Statistic.Sum, "NetworkIn");
        yield return Wish(machine, MetricNames.NetworkOut, Statistic.Sum, "NetworkOut");
        if (memory is not null)
        {
            yield return Memory(machine, Statistic.Average, memory);
            yield return Memory(machine, Statistic.Maximum, memory);
        }

        if (gpus is { Count: > 0 })
        {
            yield return new MetricWish(
                machine.Name,
                MetricNames.Gpu,
                Statistic.Average,
                MetricWish.Hour,
                gpus
            )
            {
                Scale = 1.0 / gpus.Count,
            };
        }

        if (burstable)
        {
            yield return Wish(
                machine,
                MetricNames.CpuCredits,
                Statistic.Minimum,
                "CPUCreditBalance"
            );
            yield return Wish(
                machine,
                MetricNames.SurplusCredits,
                Statistic.Sum,
                "CPUSurplusCreditsCharged"
            );
        }

        foreach (var wish in OfDisks(machine))
        {
            yield return wish with
            {
                Rank = 2,
            };
        }
    }

    private static IEnumerable<MetricWish> OfDisks(VirtualMachine machine) =>
        [
            Wish(machine, MetricNames.DiskReads, Statistic.Sum, "EBSReadOps"),
            Wish(machine, MetricNames.DiskWrites, Statistic.Sum, "EBSWriteOps"),
            Wish(machine, MetricNames.DiskReadBytes, Statistic.Sum, "EBSReadBytes"),
            Wish(machine, MetricNames.DiskWriteBytes, Statistic.Sum, "EBSWriteBytes"),
        ];

    private static MetricWish Memory(
        VirtualMachine machine,
        Statistic statistic,
        MetricSource at
    ) => new(machine.Name, MetricNames.Memory, statistic, MetricWish.Hour, at);

    private static MetricWish Wish(
        VirtualMachine machine,
        string name,
        Statistic statistic,
        string metric,
        int period = MetricWish.Hour
    ) =>
        new(
            machine.Name,
            name,
            statistic,
            period,
            new MetricSource(Space, metric, ("InstanceId", machine.Id))
        );
}
