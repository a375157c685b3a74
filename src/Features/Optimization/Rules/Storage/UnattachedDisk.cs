using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Storage;

/// <summary>Disks that no machine has.</summary>
internal sealed class UnattachedDisk : IRule
{
    private const string Kind = "Disk";

    public RuleInfo Info { get; } =
        new(
            "unattached-disk",
            "Unattached disk",
            Category.StorageAndNetwork,
            "Attached to no machine for longer than the bound below, counted from its detachment where the provider says it, else from when it was made. Saves its whole cost; a snapshot keeps its content for less."
        );

    public IEnumerable<Verdict> Examine(RuleContext context)
    {
        foreach (var (scan, disk) in context.All<Disk>())
        {
            var since = disk.DetachedSince ?? disk.CreatedAt;
            if (disk.AttachedTo.Count > 0 || DiskCosts.Of(context, disk) is not { } cost)
            {
                continue;
            }

            if (since is not { } from)
            {
                yield return Draft.Unknown(
                    context,
                    scan,
                    disk,
                    Kind,
                    Info,
                    "The provider does not say how old it is."
                );
                continue;
            }

            var days = (int)(context.Now - from).TotalDays;
            if (days < context.Settings.UnusedDays)
            {
                continue;
            }

            yield return Found(context, scan, disk, cost, days);
        }
    }

    private Recommended Found(
        RuleContext context,
        Snapshot scan,
        Disk disk,
        ResourceCost cost,
        int days
    ) =>
        new(
            Draft.Of(
                context,
                scan,
                disk,
                Kind,
                Info,
                cost,
                $"Delete unattached {disk.Type} disk of {Wording.Number(disk.SizeGib)} GiB",
                disk.DetachedSince is null
                    ? $"No machine has it, and it was made {days} days ago."
                    : $"No machine has had it for {days} days."
            ) with
            {
                Current = $"{disk.Type}, {Wording.Number(disk.SizeGib)} GiB, attached to nothing",
                Confidence = disk.DetachedSince is null ? 0.8 : 0.95,
                Evidence =
                [
                    new(
                        "Attached to",
                        "nothing",
                        $"for {context.Settings.UnusedDays} days or more"
                    ),
                ],
                HowTo =
                [
                    Wording.Cli(
                        disk,
                        $"aws ec2 create-snapshot --volume-id {disk.Id} --description \"before deleting {disk.Id}\" {{region}}\naws ec2 delete-volume --volume-id {disk.Id} {{region}}",
                        $"az snapshot create --name before-{disk.Label} --source {disk.Name} --resource-group {{group}}\naz disk delete --ids {disk.Name}",
                        $"gcloud compute disks snapshot {disk.Label} {{zone}}\ngcloud compute disks delete {disk.Label} {{zone}}"
                    ),
                ],
                Permissions = ["ec2:CreateSnapshot", "ec2:DeleteVolume"],
            }
        );
}
