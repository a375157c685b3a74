using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Databases;

/// <summary>Databases outside production that stand by in a second zone.</summary>
internal sealed class SecondZone : IRule
{
    public RuleInfo Info { get; } =
        new(
            "second-zone",
            "Second zone outside production",
            Category.Databases,
            "A database that is not production, by its tags, keeps a standby in a second zone. Saves half of its machine."
        );

    public IEnumerable<Verdict> Examine(RuleContext context) =>
        DatabaseFacts
            .Running(context)
            .Where(d => d.Database.IsMultiZone && context.Settings.IsNonProduction(d.Database))
            .Select(d =>
                d.Cost is { } cost
                    ? new Recommended(
                        Draft.Of(
                            context,
                            d.Scan,
                            d.Database,
                            DatabaseFacts.Kind,
                            Info,
                            cost,
                            "End its standby in a second zone",
                            "Its tags say that it is not production, and a standby doubles its cost."
                        ) with
                        {
                            Action = ActionKind.ScaleIn,
                            Current = d.Size,
                            Proposed = "one zone",
                            MonthlySaving = cost.Saving(0.5m),
                            MonthlySavingAtList = cost.AtList * 0.5m,
                            Confidence = 0.8,
                            Evidence = [new("Zones", "2", "1 outside production")],
                            HowTo =
                            [
                                Wording.Cli(
                                    d.Database,
                                    $"aws rds modify-db-instance --db-instance-identifier {d.Database.Id} --no-multi-az {{region}}"
                                ),
                                new HowTo("Terraform", "multi_az = false"),
                            ],
                            Permissions = ["rds:ModifyDBInstance"],
                            Excludes = "hours",
                        }
                    )
                    : null
            )
            .OfType<Verdict>();
}
