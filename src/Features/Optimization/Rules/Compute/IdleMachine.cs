using Outlay.Inventory;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Compute;

/// <summary>Machines that do nothing: AWS Compute Optimizer's bounds of processor and network over the whole window.</summary>
internal sealed class IdleMachine : IRule
{
    private const double CpuBound = 5;
    private const double BytesOfDay = 5e6;

    public RuleInfo Info { get; } =
        new(
            "idle-machine",
            "Idle machine",
            Category.Compute,
            "Runs with at most 5 % of its processors and 5 MB of traffic on every day of the window. Saves its whole cost; its disks are apart."
        );

    public IEnumerable<Verdict> Examine(RuleContext context) =>
        MachineFacts.Running(context).Select(m => Judge(m)).OfType<Verdict>();

    private Verdict? Judge(MachineFacts m)
    {
        if (m.Lacks() is { } lacks)
        {
            return new InsufficientData(Info.Id, m.Subject, lacks);
        }

        if (m.CpuPeak is null)
        {
            return new InsufficientData(
                Info.Id,
                m.Subject,
                "Its largest processor use was not measured."
            );
        }

        if (m.CpuPeak.Values.Maximum >= CpuBound || m.Machine.CreatedAt > m.Scan.MeasuredFrom)
        {
            return null;
        }

        if (
            m.Machine.Measured(MetricNames.NetworkIn, Statistic.Sum) is not { Days.Count: > 0 } to
            || m.Machine.Measured(MetricNames.NetworkOut, Statistic.Sum)
                is not { Days.Count: > 0 } from
        )
        {
            return new InsufficientData(Info.Id, m.Subject, "Its traffic was not measured.");
        }

        var graphics =
            m.Machine.Measured(MetricNames.Gpu, Statistic.Maximum)
            ?? m.Machine.Measured(MetricNames.Gpu, Statistic.Average);
        if (m.Type is { Gpus: > 0 } && graphics is null)
        {
            return new InsufficientData(
                Info.Id,
                m.Subject,
                "Its graphics processors were not measured."
            );
        }

        var busiest = Math.Max(to.Days.Max(d => d.Sum), from.Days.Max(d => d.Sum));
        return busiest < BytesOfDay && (graphics?.Values.Maximum ?? 0) < CpuBound
            ? Found(m, busiest)
            : null;
    }

    private Recommended Found(MachineFacts m, double busiest) =>
        new(
            new Recommendation
            {
                Rule = Info.Id,
                Action = ActionKind.Stop,
                Subject = m.Subject,
                Title = $"Stop idle {m.Machine.Type}",
                Current = m.Size,
                Currency = m.Cost!.Currency,
                MonthlyCost = m.Cost.Monthly,
                MonthlySaving = m.Cost.Saving(1),
                MonthlySavingAtList = m.Cost.AtList,
                Prices = m.Cost.Source,
                Confidence = Wording.Confidence(m.Cpu!),
                Risk = 2,
                Effort = Effort.Low,
                Why =
                    $"Its processors never were busier than {Wording.Percent(m.CpuPeak!.Values.Maximum)}, and its busiest day saw {Wording.Bytes(busiest)}.",
                Evidence =
                [
                    new(
                        "Processors, largest",
                        Wording.Percent(m.CpuPeak.Values.Maximum),
                        "below 5 %"
                    )
                    {
                        Days = [.. m.CpuPeak.Days.Select(d => d.Maximum)],
                    },
                    new("Traffic, busiest day", Wording.Bytes(busiest), "below 5 MB a day"),
                    .. m.Covered(),
                ],
                HowTo =
                [
                    Wording.Cli(
                        m.Machine,
                        $"aws ec2 stop-instances --instance-ids {m.Machine.Id} {{region}}",
                        $"az vm deallocate --ids {m.Machine.Name}",
                        $"gcloud compute instances stop {m.Machine.Label} {{zone}}"
                    ),
                ],
                Permissions = ["ec2:StopInstances"],
                Excludes = "life",
            }
        );
}
