using Outlay.Optimization.Findings;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Databases;

/// <summary>Databases whose engine version is past its standard support, for which AWS charges each processor's hour.</summary>
internal sealed class EngineSupport : IRule
{
    /// <summary>Major versions with the day on which their standard support ended, as AWS publishes them; looked up in November 2026.</summary>
    private static readonly (string Engine, string Version, DateOnly End)[] Ends =
    [
        ("mysql", "5.7", new(2024, 2, 29)),
        ("mysql", "8.0", new(2026, 7, 31)),
        ("postgres", "11", new(2024, 2, 29)),
        ("postgres", "12", new(2025, 2, 28)),
        ("postgres", "13", new(2026, 2, 28)),
    ];

    public RuleInfo Info { get; } =
        new(
            "engine-support",
            "Engine past standard support",
            Category.Databases,
            "The engine's major version is past its standard support, so that extended support is charged for each processor and hour: 0.10 USD, from the third year 0.20."
        );

    public IEnumerable<Verdict> Examine(RuleContext context) =>
        DatabaseFacts.Running(context).Select(Judge).OfType<Verdict>();

    private Recommended? Judge(DatabaseFacts d)
    {
        var today = DateOnly.FromDateTime(d.Context.Now.UtcDateTime);
        var known = Array.Find(
            Ends,
            e =>
                e.Engine == d.Database.Engine
                && (d.Database.EngineVersion + ".").StartsWith(
                    e.Version + ".",
                    StringComparison.Ordinal
                )
        );
        if (
            known == default
            || today <= known.End
            || Processors(d.Database.Type) is not { } processors
        )
        {
            return null;
        }

        var year = today > known.End.AddYears(2) ? "year3" : "year1";
        var billed = ResourceCost.OfBill(
            d.Context,
            d.Database,
            l => l.Meter?.Contains("ExtendedSupport", StringComparison.Ordinal) == true
        );
        var price = d.Context.Prices.Of(
            d.Database.Provider,
            d.Database.Region,
            $"database/extended-support/{year}/vcpu-hour"
        );
        var cost =
            billed
            ?? (
                price is null
                    ? null
                    : new ResourceCost(
                        price.Amount * processors * d.Zones * Month.Hours,
                        price.Currency,
                        price.Source,
                        0m,
                        null
                    )
            );
        return cost is null
            ? null
            : Found(
                d,
                cost,
                billed is not null,
                (known.Engine, known.Version, known.End),
                processors,
                year
            );
    }

    private Recommended Found(
        DatabaseFacts d,
        ResourceCost cost,
        bool isBilled,
        (string Engine, string Version, DateOnly End) known,
        int processors,
        string year
    ) =>
        new(
            d.Draft(
                Info,
                cost,
                $"Upgrade {d.Database.Engine} {d.Database.EngineVersion}",
                $"Standard support of {known.Engine} {known.Version} ended on {known.End:yyyy-MM-dd}; extended support is charged."
            ) with
            {
                Action = ActionKind.Upgrade,
                Current = d.Size,
                Proposed = "a version in standard support",
                Confidence = !isBilled ? 0.6 : 0.95,
                Risk = 3,
                Effort = Effort.High,
                NeedsRestart = true,
                CanRollBack = false,
                Evidence =
                [
                    new(
                        "End of standard support",
                        known.End.ToString(
                            "yyyy-MM-dd",
                            System.Globalization.CultureInfo.InvariantCulture
                        ),
                        "to come"
                    ),
                    new(
                        "Processors",
                        Wording.Number(processors * d.Zones),
                        year == "year3" ? "0.20 an hour each" : "0.10 an hour each"
                    ),
                ],
                HowTo =
                [
                    Wording.Cli(
                        d.Database,
                        $"aws rds modify-db-instance --db-instance-identifier {d.Database.Id} --engine-version VERSION --allow-major-version-upgrade {{region}}"
                    ),
                ],
                Permissions = ["rds:ModifyDBInstance"],
                Excludes = "support",
            }
        );

    // Two processors up to large, then twice as many with each size.
    private static int? Processors(string type) =>
        Optimization.Prices.MachineSize.Factor(type[(type.LastIndexOf('.') + 1)..]) is { } factor
            ? Math.Max(2, (int)(factor * 2))
            : null;
}
