using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Databases;

/// <summary>Old snapshots that people made of databases that are gone.</summary>
internal sealed class OldDatabaseSnapshot : IRule
{
    public RuleInfo Info { get; } =
        new(
            "old-database-snapshot",
            "Snapshot of a database that is gone",
            Category.Databases,
            "Made by a person, older than the bound below, and its database is gone. Without a line in the bill the whole storage is the most that it may cost, and half of it is counted."
        );

    public IEnumerable<Verdict> Examine(RuleContext context)
    {
        foreach (var (scan, snapshot) in context.All<DatabaseSnapshot>())
        {
            var isOrphan = scan.Resources.OfType<Database>().All(d => d.Id != snapshot.DatabaseId);
            if (
                !snapshot.IsManual
                || !isOrphan
                || snapshot.CreatedAt is not { } made
                || (int)(context.Now - made).TotalDays is var days
                    && days < context.Settings.SnapshotDays
            )
            {
                continue;
            }

            var billed = ResourceCost.OfBill(context, snapshot);
            var cost =
                billed
                ?? ResourceCost.Of(
                    context,
                    snapshot,
                    context.Prices.Of(
                        snapshot.Provider,
                        snapshot.Region,
                        "database/snapshot/gib-month"
                    ),
                    (decimal)snapshot.StorageGib
                );
            if (cost is not null)
            {
                yield return Found(context, scan, snapshot, cost, billed is not null, days);
            }
        }
    }

    private Recommended Found(
        RuleContext context,
        Snapshot scan,
        DatabaseSnapshot snapshot,
        ResourceCost cost,
        bool isBilled,
        int days
    ) =>
        new(
            Draft.Of(
                context,
                scan,
                snapshot,
                "Database snapshot",
                Info,
                cost,
                $"Delete snapshot of {snapshot.DatabaseId}",
                $"It is {days} days old, and {snapshot.DatabaseId} is gone."
            ) with
            {
                Current = $"{Wording.Number(snapshot.StorageGib)} GiB of {snapshot.Engine}",
                MonthlySaving = !isBilled ? cost.Monthly / 2 : cost.Monthly,
                Range = !isBilled ? (0, cost.Monthly) : null,
                Confidence = !isBilled ? 0.5 : 0.9,
                CanRollBack = false,
                Effort = Effort.VeryLow,
                Evidence =
                [
                    new("Age", $"{days} days", $"{context.Settings.SnapshotDays} days or more"),
                ],
                HowTo =
                [
                    Wording.Cli(
                        snapshot,
                        $"aws rds delete-db-snapshot --db-snapshot-identifier {snapshot.Id} {{region}}"
                    ),
                ],
                Permissions = ["rds:DeleteDBSnapshot"],
            }
        );
}
