using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Compute;

/// <summary>Machines of Azure that were shut down from within and so still hold their place, which is paid for as if they ran.</summary>
/// <remarks>https://learn.microsoft.com/azure/virtual-machines/states-billing: stopped is billed, deallocated is not.</remarks>
internal sealed class StillAllocatedMachine : IRule
{
    private const string State = "stopped-allocated";

    public RuleInfo Info { get; } =
        new(
            "stopped-allocated",
            "Shut down and still paid for",
            Category.Compute,
            "An Azure machine that was shut down from within and not deallocated: its hours go on. Saves its whole cost; its disks are apart."
        );

    public IEnumerable<Verdict> Examine(RuleContext context) =>
        MachineFacts.All(context).Where(m => m.Machine.State == State).Select(Judge);

    private Verdict Judge(MachineFacts m) =>
        m.Cost is { } cost
            ? new Recommended(
                new Recommendation
                {
                    Rule = Info.Id,
                    Action = ActionKind.Stop,
                    Subject = m.Subject,
                    Title = $"Deallocate {m.Machine.Type}",
                    Current = $"{m.Size}, shut down, not deallocated",
                    Currency = cost.Currency,
                    MonthlyCost = cost.Monthly,
                    MonthlySaving = cost.Saving(1),
                    MonthlySavingAtList = cost.AtList,
                    Prices = cost.Source,
                    Confidence = 0.95,
                    Risk = 0,
                    Effort = Effort.VeryLow,
                    CanRollBack = true,
                    Why =
                        "It does not run, but it still holds its place, and Azure charges for that as for a running machine.",
                    Evidence =
                    [
                        new("State", "stopped, not deallocated", "deallocated"),
                        .. m.Covered(),
                    ],
                    HowTo =
                    [
                        Wording.Cli(m.Machine, "", $"az vm deallocate --ids {m.Machine.Name}"),
                    ],
                    Permissions = ["ec2:StopInstances"],
                    Excludes = "life",
                }
            )
            : new InsufficientData(
                Info.Id,
                m.Subject,
                "Neither the bill nor the rate card knows what it costs."
            );
}
