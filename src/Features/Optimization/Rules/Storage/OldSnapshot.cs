using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Storage;

/// <summary>Old snapshots that nothing refers to. Snapshots hold what changed, so without a bill of their own their size is an upper bound.</summary>
internal sealed class OldSnapshot : IRule
{
    private const string Kind = "Disk snapshot";
    private const decimal UsualShare = 0.2m;

    public RuleInfo Info { get; } =
        new(
            "old-snapshot",
            "Old snapshot",
            Category.StorageAndNetwork,
            "Older than the bound below, made by no backup service, in no image, and not the newest of a disk that still exists. Without a line in the bill a fifth of the disk's size is counted, and all of it is the most."
        );

    public IEnumerable<Verdict> Examine(RuleContext context)
    {
        foreach (var scan in context.Snapshots)
        {
            var inImages = scan
                .Resources.OfType<MachineImage>()
                .SelectMany(i => i.SnapshotIds)
                .ToHashSet();
            var disks = scan.Resources.OfType<Disk>().Select(d => d.Id).ToHashSet();
            var origins = scan
                .Resources.OfType<Disk>()
                .Select(d => d.FromSnapshot)
                .OfType<string>()
                .ToHashSet();
            var newest = scan
                .Resources.OfType<DiskSnapshot>()
                .Where(s => s.DiskId is { } disk && disks.Contains(disk))
                .GroupBy(s => s.DiskId)
                .Select(g => g.MaxBy(s => s.CreatedAt)!.Id)
                .ToHashSet();
            foreach (var (_, snapshot) in context.All<DiskSnapshot>().Where(s => s.Scan == scan))
            {
                if (
                    snapshot is { CreatedAt: { } made, IsManaged: false, IsShared: not true }
                    && !inImages.Contains(snapshot.Id)
                    && !origins.Contains(snapshot.Id)
                    && !newest.Contains(snapshot.Id)
                    && (int)(context.Now - made).TotalDays is var days
                    && days >= context.Settings.SnapshotDays
                    && Judge(
                        context,
                        scan,
                        snapshot,
                        days,
                        snapshot.DiskId is { } id && disks.Contains(id)
                    )
                        is { } found
                )
                {
                    yield return found;
                }
            }
        }
    }

    private Recommended? Judge(
        RuleContext context,
        Snapshot scan,
        DiskSnapshot snapshot,
        int days,
        bool diskExists
    )
    {
        var billed = ResourceCost.OfBill(context, snapshot);
        var price = context.Prices.Of(
            snapshot.Provider,
            snapshot.Region,
            $"snapshot/{snapshot.Tier}/gib-month"
        );
        var most = price?.Amount * (decimal)snapshot.DiskSizeGib;
        var cost =
            billed
            ?? (
                price is null
                    ? null
                    : new ResourceCost(most!.Value, price.Currency, price.Source, 0m, null)
            );
        if (cost is null)
        {
            return null;
        }

        return Found(context, scan, snapshot, cost, billed is not null, days, diskExists);
    }

    private Recommended Found(
        RuleContext context,
        Snapshot scan,
        DiskSnapshot snapshot,
        ResourceCost cost,
        bool isBilled,
        int days,
        bool diskExists
    )
    {
        var saving = isBilled ? cost.Monthly : cost.Monthly * UsualShare;
        return new Recommended(
            Draft.Of(
                context,
                scan,
                snapshot,
                Kind,
                Info,
                cost,
                $"Delete snapshot of {days} days",
                diskExists
                    ? $"It is {days} days old, in no image, and its disk has newer ones."
                    : $"It is {days} days old, in no image, and its disk is gone."
            ) with
            {
                Current = $"{Wording.Number(snapshot.DiskSizeGib)} GiB disk, {snapshot.Tier} tier",
                MonthlySaving = saving,
                MonthlySavingAtList = null,
                Range = !isBilled ? (0, cost.Monthly) : null,
                Confidence = !isBilled ? 0.5 : 0.9,
                CanRollBack = false,
                Effort = Effort.VeryLow,
                Evidence =
                [
                    new("Age", $"{days} days", $"{context.Settings.SnapshotDays} days or more"),
                    new(
                        "Cost of a month",
                        Wording.Money(cost.Monthly, cost.Currency),
                        !isBilled ? "if it held the whole disk" : "by the bill"
                    ),
                ],
                HowTo =
                [
                    Wording.Cli(
                        snapshot,
                        $"aws ec2 delete-snapshot --snapshot-id {snapshot.Id} {{region}}",
                        $"az snapshot delete --ids {snapshot.Name}",
                        $"gcloud compute snapshots delete {snapshot.Label} --project {snapshot.AccountId}"
                    ),
                ],
                Permissions = ["ec2:DeleteSnapshot"],
            }
        );
    }
}
