using Outlay.Optimization.Prices;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Databases;

/// <summary>Databases on a class whose successor, or ARM sibling, costs less.</summary>
internal sealed class DatabaseGeneration : IRule
{
    private static readonly Dictionary<string, string[]> Next = new(StringComparer.Ordinal)
    {
        ["db.t2"] = ["db.t4g", "db.t3"],
        ["db.t3"] = ["db.t4g"],
        ["db.m4"] = ["db.m6g", "db.m5"],
        ["db.m5"] = ["db.m6g"],
        ["db.m6i"] = ["db.m6g"],
        ["db.r4"] = ["db.r6g", "db.r5"],
        ["db.r5"] = ["db.r6g"],
        ["db.r6i"] = ["db.r6g"],
    };

    // Sizes that the newer classes do not have; the rate card scales prices and does not know that.
    private static readonly string[] Missing = ["10xlarge", "24xlarge", "32xlarge"];

    public RuleInfo Info { get; } =
        new(
            "database-generation",
            "Older database class",
            Category.Databases,
            "The same size of a newer class, most of them with ARM processors, costs less. The engine hides the processor from programs."
        );

    public IEnumerable<Verdict> Examine(RuleContext context) =>
        DatabaseFacts.Running(context).Select(Judge).OfType<Verdict>();

    private Recommended? Judge(DatabaseFacts d)
    {
        var dot = d.Database.Type.LastIndexOf('.');
        if (
            dot < 0
            || Missing.Contains(d.Database.Type[(dot + 1)..])
            || !Next.TryGetValue(d.Database.Type[..dot], out var families)
            || d.Cost is not { } cost
            || d.Rate(d.Database.Type) is not { Amount: > 0 } now
        )
        {
            return null;
        }

        var best = families
            .Where(f => d.Context.Settings.ProposeArm || !f.EndsWith('g'))
            .Select(f =>
                (Type: f + d.Database.Type[dot..], Price: d.Rate(f + d.Database.Type[dot..]))
            )
            .Where(o => o.Price is { } p && p.Currency == now.Currency && p.Amount < now.Amount)
            .OrderBy(o => o.Price!.Amount)
            .FirstOrDefault();
        if (best.Price is null)
        {
            return null;
        }

        return Found(d, cost, now, best.Type, best.Price);
    }

    private Recommended Found(
        DatabaseFacts d,
        ResourceCost cost,
        Price now,
        string type,
        Price price
    )
    {
        var share = 1 - price.Amount / now.Amount;
        return new Recommended(
            d.Draft(
                Info,
                cost,
                $"Change {d.Database.Type} to {type}",
                $"{type} is of the same size and costs {Wording.Share(share)} less."
            ) with
            {
                Action = ActionKind.Upgrade,
                Current = d.Size,
                Proposed = type,
                MonthlySaving = cost.Saving(share),
                MonthlySavingAtList = cost.AtList * share,
                Confidence = 0.6,
                Risk = 2,
                Effort = Effort.Medium,
                NeedsRestart = true,
                Evidence =
                [
                    new(
                        $"Price of {d.Database.Type}",
                        Wording.Rate(now.Amount, now.Currency),
                        now.Note
                    ),
                    new($"Price of {type}", Wording.Rate(price.Amount, price.Currency), price.Note),
                ],
                HowTo =
                [
                    Wording.Cli(
                        d.Database,
                        $"aws rds modify-db-instance --db-instance-identifier {d.Database.Id} --db-instance-class {type} {{region}}"
                    ),
                    new HowTo("Terraform", $"instance_class = \"{type}\""),
                ],
                Permissions = ["rds:ModifyDBInstance"],
                Excludes = "size",
            }
        );
    }
}
