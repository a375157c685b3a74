using Outlay.Inventory.Resources;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;
using Outlay.Optimization.Rules.Storage;

namespace Outlay.Optimization.Rules.Compute;

/// <summary>Machines that have been stopped for long while their disks are paid for.</summary>
internal sealed class StoppedMachine : IRule
{
    public RuleInfo Info { get; } =
        new(
            "stopped-machine",
            "Stopped machine with paid disks",
            Category.Compute,
            "Stopped for longer than the bound below while its disks are paid for. Saves the disks; keep an image or snapshots of what may be needed."
        );

    public IEnumerable<Verdict> Examine(RuleContext context)
    {
        foreach (var m in MachineFacts.All(context).Where(m => m.Machine.State == "stopped"))
        {
            if (m.Machine.StoppedSince is not { } since)
            {
                yield return new InsufficientData(
                    Info.Id,
                    m.Subject,
                    "The provider does not say since when it is stopped."
                );
                continue;
            }

            var days = (int)(context.Now - since).TotalDays;
            var disks = m
                .Scan.Resources.OfType<Disk>()
                .Where(d => d.AttachedTo.Contains(m.Machine.Id))
                .Select(d => (Disk: d, Cost: DiskCosts.Of(context, d)))
                .Where(d => d.Cost is not null)
                .ToList();
            if (days >= context.Settings.StoppedDays && disks.Count > 0)
            {
                yield return Found(m, days, [.. disks.Select(d => (d.Disk, d.Cost!))]);
            }
        }
    }

    private Recommended Found(
        MachineFacts m,
        int days,
        IReadOnlyList<(Disk Disk, ResourceCost Cost)> disks
    )
    {
        var cost = disks.Sum(d => d.Cost.Monthly);
        return new Recommended(
            new Recommendation
            {
                Rule = Info.Id,
                Action = ActionKind.Delete,
                Subject = m.Subject,
                Title = $"Delete stopped {m.Machine.Type} and its disks",
                Current =
                    $"{m.Machine.Type}, stopped, {Wording.Number(disks.Sum(d => d.Disk.SizeGib))} GiB of disks",
                Currency = disks[0].Cost.Currency,
                MonthlyCost = cost,
                MonthlySaving = cost,
                Prices = disks.Max(d => d.Cost.Source),
                Confidence = 0.9,
                Risk = 2,
                Effort = Effort.Low,
                CanRollBack = true,
                Why =
                    $"It has been stopped for {days} days, and its disks cost {Wording.Money(cost, disks[0].Cost.Currency)} a month.",
                Evidence =
                [
                    new(
                        "Stopped",
                        $"{days} days",
                        $"{m.Context.Settings.StoppedDays} days or more"
                    ),
                    .. disks.Select(d => new Evidence(
                        $"Disk {d.Disk.Label}",
                        Wording.Money(d.Cost.Monthly, d.Cost.Currency),
                        $"{Wording.Number(d.Disk.SizeGib)} GiB {d.Disk.Type}"
                    )),
                ],
                HowTo =
                [
                    Wording.Cli(
                        m.Machine,
                        $"aws ec2 create-image --instance-id {m.Machine.Id} --name before-deleting-{m.Machine.Id} {{region}}\naws ec2 terminate-instances --instance-ids {m.Machine.Id} {{region}}\n"
                            + string.Join(
                                '\n',
                                disks.Select(d =>
                                    $"aws ec2 delete-volume --volume-id {d.Disk.Id} {{region}}"
                                )
                            ),
                        $"az vm delete --ids {m.Machine.Name}\naz disk delete --ids {string.Join(' ', disks.Select(d => d.Disk.Name))}",
                        $"gcloud compute instances delete {m.Machine.Label} --delete-disks=all {{zone}}"
                    ),
                ],
                Permissions = ["ec2:CreateImage", "ec2:TerminateInstances", "ec2:DeleteVolume"],
                Ends = [.. disks.Select(d => d.Disk.Name)],
                Excludes = "life",
            }
        );
    }
}
