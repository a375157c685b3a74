using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Optimization.Prices;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Rules.Compute;

/// <summary>A machine with its type and what it costs, as rules of computing see it.</summary>
internal sealed record MachineFacts(
    RuleContext Context,
    Snapshot Scan,
    VirtualMachine Machine,
    MachineType? Type,
    Price? Price,
    ResourceCost? Cost
)
{
    /// <summary>Hours that must have been measured before anything is said; AWS Compute Optimizer's bound.</summary>
    public const double LeastHours = 30;

    private const int FineSeconds = 300;

    public Subject Subject => Wording.Of(Context, Scan, Machine, "Virtual machine");

    public Metric? Cpu => Machine.Measured(MetricNames.Cpu, Statistic.Average);

    /// <summary>The largest use; means of five minutes will do for it, means of an hour hide what is short.</summary>
    public Metric? CpuPeak =>
        Machine.Measured(MetricNames.Cpu, Statistic.Maximum)
        ?? (Cpu is { PeriodSeconds: <= FineSeconds } fine ? fine : null);

    public Metric? Memory =>
        Machine.Measured(MetricNames.Memory, Statistic.Maximum)
        ?? Machine.Measured(MetricNames.Memory, Statistic.Average);

    public string Size =>
        Type is null
            ? Machine.Type
            : $"{Machine.Type}, {Wording.Number(Type.VCpus)} vCPU, {Wording.Number(Type.MemoryGib)} GiB";

    public static IEnumerable<MachineFacts> Running(RuleContext context) =>
        All(context).Where(m => m.Machine is { State: "running", IsSpot: false });

    public static IEnumerable<MachineFacts> All(RuleContext context) =>
        context.All<VirtualMachine>().Select(m => Of(context, m.Scan, m.Resource));

    /// <summary>What is missing before a verdict over use; null when nothing is.</summary>
    public string? Lacks() =>
        Cpu is not { } cpu ? "Its processor use was not measured."
        : cpu.Hours < LeastHours
            ? $"Its processor use was measured for {Wording.Number(cpu.Hours)} hours; {Wording.Number(LeastHours)} are needed."
        : Cost is null ? "Neither the bill nor the rate card knows what it costs."
        : null;

    /// <summary>The same machine of another type; null when its price or size is not known or it is not cheaper.</summary>
    public MachineOption? Option(MachineType other)
    {
        if (
            Price is not { Amount: > 0 } now
            || Context.Prices.Machine(
                Machine.Provider,
                Machine.Region,
                other.Name,
                Machine.OperatingSystem
            )
                is not { } then
            || then.Currency != now.Currency
            || then.Amount >= now.Amount
        )
        {
            return null;
        }

        return new MachineOption(other, then, 1 - then.Amount / now.Amount);
    }

    public IEnumerable<MachineType> Offered() =>
        Scan.MachineTypes.Where(t =>
            t.Region == Machine.Region && !t.IsBareMetal && t.Name != Machine.Type
        );

    public HowTo Resize(string type) =>
        Machine.ManagedBy is { } group
            ? new HowTo(
                "Template",
                $"# {Machine.Id} is made by {group}: change the type in its launch template or node group to {type}, then roll the group."
            )
            : Wording.Cli(
                Machine,
                $"aws ec2 stop-instances --instance-ids {Machine.Id} {{region}}\naws ec2 wait instance-stopped --instance-ids {Machine.Id} {{region}}\naws ec2 modify-instance-attribute --instance-id {Machine.Id} --instance-type Value={type} {{region}}\naws ec2 start-instances --instance-ids {Machine.Id} {{region}}",
                $"az vm resize --ids {Machine.Name} --size {type}",
                $"gcloud compute instances stop {Machine.Label} {{zone}}\ngcloud compute instances set-machine-type {Machine.Label} --machine-type {type} {{zone}}\ngcloud compute instances start {Machine.Label} {{zone}}"
            );

    public static HowTo Terraform(string type, string provider) =>
        new(
            "Terraform",
            provider switch
            {
                "Microsoft" => $"size = \"{type}\"",
                "Google Cloud" => $"machine_type = \"{type}\"\nallow_stopping_for_update = true",
                _ => $"instance_type = \"{type}\"",
            }
        );

    private static MachineFacts Of(RuleContext context, Snapshot scan, VirtualMachine machine)
    {
        var price = context.Prices.Machine(
            machine.Provider,
            machine.Region,
            machine.Type,
            machine.OperatingSystem
        );
        var type = scan.MachineTypes.FirstOrDefault(t =>
            t.Name == machine.Type && t.Region == machine.Region
        );
        return new MachineFacts(
            context,
            scan,
            machine,
            type,
            price,
            ResourceCost.Of(context, machine, price, Findings.Month.Hours, IsMachineTime)
        );
    }

    // Beside its time a machine's lines hold traffic and credits, which another size changes little.
    private static bool IsMachineTime(BillLine line) =>
        line.Meter is not { } meter
        || !(
            meter.Contains("Bytes", StringComparison.OrdinalIgnoreCase)
            || meter.Contains("CPUCredits", StringComparison.OrdinalIgnoreCase)
            || meter.Contains("EBS:", StringComparison.OrdinalIgnoreCase)
        );
}

/// <summary>Another type that a machine could have.</summary>
/// <param name="Type">The type.</param>
/// <param name="Price">Its price.</param>
/// <param name="Share">Share of the machine's cost that it saves.</param>
internal sealed record MachineOption(MachineType Type, Price Price, decimal Share)
{
    public string Size =>
        $"{Type.Name}, {Wording.Number(Type.VCpus)} vCPU, {Wording.Number(Type.MemoryGib)} GiB";
}
