using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Optimization.Prices;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Storage;

/// <summary>
/// Disks of gp2, io1 and io2 that gp3 carries for less. What is needed is what was measured with a fifth on top, else what the old type
/// gives: gp2 has 3 operations a second for each GiB, at least 100 and at most 16,000, and 128 MiB/s up to 170 GiB, then 250.
/// </summary>
internal sealed class DiskType : IRule
{
    private const string Kind = "Disk";
    private const double Spare = 1.2;
    private const double MostIops = 16000;
    private const double MostMibps = 1000;

    public RuleInfo Info { get; } =
        new(
            "disk-type",
            "Disk type gp3",
            Category.StorageAndNetwork,
            "A gp2, io1 or io2 disk whose operations and throughput (measured with a fifth on top, else all that its type gives) gp3 carries for less. It changes while it is in use."
        );

    public IEnumerable<Verdict> Examine(RuleContext context)
    {
        foreach (var (scan, disk) in context.All<Disk>())
        {
            if (disk.Type is not ("gp2" or "io1" or "io2") || disk.IsShared)
            {
                continue;
            }

            var measured = Measured(disk);
            if (disk.Type != "gp2" && measured is null)
            {
                yield return Draft.Unknown(
                    context,
                    scan,
                    disk,
                    Kind,
                    Info,
                    "Its operations were not measured for two weeks."
                );
                continue;
            }

            if (Judge(context, scan, disk, measured) is { } found)
            {
                yield return found;
            }
        }
    }

    private Recommended? Judge(
        RuleContext context,
        Snapshot scan,
        Disk disk,
        (double Iops, double Mibps)? measured
    )
    {
        var (iops, mibps) =
            measured
            ?? (Math.Clamp(3 * disk.SizeGib, 100, MostIops), disk.SizeGib <= 170 ? 125 : 250);
        (iops, mibps) = (Math.Max(iops, 3000), Math.Max(mibps, 125));
        var now = DiskCosts.AtRates(context, disk, disk.Type, disk.Iops, null);
        var then = DiskCosts.AtRates(context, disk, "gp3", iops, mibps);
        if (
            iops > MostIops
            || mibps > MostMibps
            || now is not { Amount: > 0 } old
            || then is not { } next
            || next.Price.Currency != old.Price.Currency
            || next.Amount >= old.Amount
            || DiskCosts.Of(context, disk) is not { } cost
        )
        {
            return null;
        }

        return Found(context, scan, disk, cost, (old, next), (iops, mibps, measured is not null));
    }

    private Recommended Found(
        RuleContext context,
        Snapshot scan,
        Disk disk,
        ResourceCost cost,
        ((decimal Amount, Price Price) Old, (decimal Amount, Price Price) Next) rates,
        (double Iops, double Mibps, bool IsMeasured) need
    )
    {
        var (old, next) = rates;
        var (iops, mibps, isMeasured) = need;
        var share = 1 - next.Amount / old.Amount;
        return new Recommended(
            Draft.Of(
                context,
                scan,
                disk,
                Kind,
                Info,
                cost,
                $"Change {disk.Type} of {Wording.Number(disk.SizeGib)} GiB to gp3",
                !isMeasured
                    ? $"gp3 with all that this {disk.Type} disk can give costs {Wording.Share(share)} less."
                    : $"It used at most {Wording.Number(iops / Spare)} operations a second; gp3 with a fifth more costs {Wording.Share(share)} less."
            ) with
            {
                Action = ActionKind.Upgrade,
                Current = $"{disk.Type}, {Wording.Number(disk.SizeGib)} GiB",
                Proposed = $"gp3, {Wording.Number(iops)} IOPS, {Wording.Number(mibps)} MiB/s",
                MonthlySaving = cost.Saving(share),
                MonthlySavingAtList = cost.AtList * share,
                Confidence = disk.Type == "gp2" ? 0.95 : 0.8,
                Risk = disk.Type == "gp2" ? 0 : 1,
                Effort = Effort.VeryLow,
                Evidence =
                [
                    new(
                        $"{disk.Type} a month",
                        Wording.Money(old.Amount, old.Price.Currency),
                        old.Price.Note
                    ),
                    new(
                        "gp3 a month",
                        Wording.Money(next.Amount, next.Price.Currency),
                        next.Price.Note
                    ),
                ],
                HowTo =
                [
                    Wording.Cli(
                        disk,
                        $"aws ec2 modify-volume --volume-id {disk.Id} --volume-type gp3 --iops {iops:0} --throughput {mibps:0} {{region}}"
                    ),
                    new HowTo(
                        "Terraform",
                        $"type       = \"gp3\"\niops       = {iops:0}\nthroughput = {mibps:0}"
                    ),
                ],
                Permissions = ["ec2:ModifyVolume"],
                Excludes = "storage-class",
            }
        );
    }

    // Both directions in a period, at the busiest period; a disk that was idle has no points and needs nothing more than the least.
    private static (double Iops, double Mibps)? Measured(Disk disk)
    {
        if (
            PeakOperations.Of(disk) is not { } peak
            || disk.Measured(MetricNames.DiskReads, Statistic.Sum) is not { } reads
        )
        {
            return null;
        }

        var bytes =
            (disk.Measured(MetricNames.DiskReadBytes, Statistic.Sum)?.Values.Maximum ?? 0)
            + (disk.Measured(MetricNames.DiskWriteBytes, Statistic.Sum)?.Values.Maximum ?? 0);
        return (peak * Spare, bytes / reads.PeriodSeconds / 1048576 * Spare);
    }
}
