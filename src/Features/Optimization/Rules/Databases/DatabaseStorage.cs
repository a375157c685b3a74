using Outlay.Inventory.Resources;
using Outlay.Optimization.Prices;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Billed;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Databases;

/// <summary>
/// Databases on storage with provisioned operations (io1, io2) that gp3 carries for less. RDS gives gp3 3,000 operations a second; from
/// 400 GiB on 12,000 (Oracle from 200 GiB on, SQL Server never), and only then more can be bought, up to 64,000.
/// </summary>
internal sealed class DatabaseStorage : IRule
{
    // The busiest hour's mean hides what is shorter.
    private const double Spare = 2;
    private const double LeastIops = 3000;
    private const double ManyIops = 12000;
    private const double MostIops = 64000;

    public RuleInfo Info { get; } =
        new(
            "database-storage",
            "Database storage gp3",
            Category.Databases,
            "A database pays for provisioned operations (io1, io2), and twice the operations of its busiest hour fit gp3 for less. It changes while it is in use."
        );

    public IEnumerable<Verdict> Examine(RuleContext context)
    {
        foreach (var d in DatabaseFacts.Running(context))
        {
            if (d.Database is not { StorageType: "io1" or "io2", Iops: > 0, StorageGib: > 0 })
            {
                continue;
            }

            if (Need(d.Database) is not { } need)
            {
                yield return Draft.Unknown(
                    context,
                    d.Scan,
                    d.Database,
                    DatabaseFacts.Kind,
                    Info,
                    "Its operations were not measured for two weeks."
                );
            }
            else if (Judge(d, need) is { } found)
            {
                yield return found;
            }
        }
    }

    private Recommended? Judge(DatabaseFacts d, double need)
    {
        var free = Free(d.Database);
        return
            need <= (free > LeastIops ? MostIops : LeastIops)
            && Monthly(d, d.Database.StorageType!, d.Database.Iops ?? 0) is var (old, oldPrice)
            && Monthly(d, "gp3", Math.Max(0, need - free)) is var (next, nextPrice)
            && oldPrice.Currency == nextPrice.Currency
            && next < old
            ? Found(d, need, (old, oldPrice), (next, nextPrice))
            : null;
    }

    private Recommended Found(
        DatabaseFacts d,
        double need,
        (decimal Amount, Price Price) old,
        (decimal Amount, Price Price) next
    )
    {
        var type = d.Database.StorageType;
        var share = 1 - next.Amount / old.Amount;
        var iops = Math.Max(need, Free(d.Database));
        var cost =
            ResourceCost.OfBill(d.Context, d.Database, l => l.Has("PIOPS"))
            ?? new ResourceCost(old.Amount, old.Price.Currency, old.Price.Source, 0m, null);
        return new Recommended(
            d.Draft(
                Info,
                cost,
                $"Change its storage of {Wording.Number(d.Database.StorageGib)} GiB from {type} to gp3",
                $"Its busiest hour had {Wording.Number(need / Spare)} operations a second of the {Wording.Number(d.Database.Iops ?? 0)} it pays for; gp3 with twice that costs {Wording.Share(share)} less."
            ) with
            {
                Action = ActionKind.Upgrade,
                Current =
                    $"{type}, {Wording.Number(d.Database.StorageGib)} GiB, {Wording.Number(d.Database.Iops ?? 0)} IOPS",
                Proposed =
                    $"gp3, {Wording.Number(d.Database.StorageGib)} GiB, {Wording.Number(iops)} IOPS",
                MonthlySaving = cost.Saving(share),
                MonthlySavingAtList = cost.AtList * share,
                Confidence = 0.8,
                Risk = 1,
                Effort = Effort.Low,
                Evidence =
                [
                    new(
                        $"{type} a month",
                        Wording.Money(old.Amount, old.Price.Currency),
                        old.Price.Note
                    ),
                    new(
                        "gp3 a month",
                        Wording.Money(next.Amount, next.Price.Currency),
                        next.Price.Note
                    ),
                    new(
                        "Operations a second",
                        Wording.Number(need / Spare),
                        "mean of the busiest hour; twice that is kept"
                    ),
                ],
                HowTo =
                [
                    Wording.Cli(
                        d.Database,
                        $"aws rds modify-db-instance --db-instance-identifier {d.Database.Id} --storage-type gp3{(iops > LeastIops ? $" --iops {iops:0}" : "")} --apply-immediately {{region}}"
                    ),
                    new HowTo(
                        "Terraform",
                        $"storage_type = \"gp3\"{(iops > LeastIops ? $"\niops         = {iops:0}" : "")}"
                    ),
                ],
                Permissions = ["rds:ModifyDBInstance"],
                Excludes = "storage-class",
            }
        );
    }

    private static (decimal Amount, Price Price)? Monthly(
        DatabaseFacts d,
        string type,
        double paidIops
    )
    {
        Price? Rate(string item) =>
            d.Context.Prices.Of(
                d.Database.Provider,
                d.Database.Region,
                $"database/storage/{type}/{item}"
            );
        return
            Rate("gib-month") is { } size
            && (paidIops > 0 ? Rate("iops-month") : size with { Amount = 0 }) is { } operation
            && operation.Currency == size.Currency
            ? (
                d.Zones
                    * (
                        size.Amount * (decimal)d.Database.StorageGib
                        + operation.Amount * (decimal)paidIops
                    ),
                size
            )
            : null;
    }

    private static double Free(Database database) =>
        database.Engine switch
        {
            var e when e.StartsWith("sqlserver", StringComparison.Ordinal) => LeastIops,
            var e when e.StartsWith("oracle", StringComparison.Ordinal) => database.StorageGib
            >= 200
                ? ManyIops
                : LeastIops,
            _ => database.StorageGib >= 400 ? ManyIops : LeastIops,
        };

    private static double? Need(Database database) => PeakOperations.Of(database) * Spare;
}
