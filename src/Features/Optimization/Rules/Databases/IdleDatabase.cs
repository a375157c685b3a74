using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Databases;

/// <summary>Databases that nobody connects to.</summary>
internal sealed class IdleDatabase : IRule
{
    private const double LeastHours = 7 * 24 * 0.95;

    public RuleInfo Info { get; } =
        new(
            "idle-database",
            "Idle database",
            Category.Databases,
            "No connection in a week or more, and no replica of another. Saves its machine; its storage goes on until it is deleted with a last snapshot."
        );

    public IEnumerable<Verdict> Examine(RuleContext context) =>
        DatabaseFacts.Running(context).Select(Judge).OfType<Verdict>();

    private Verdict? Judge(DatabaseFacts d)
    {
        if (d.Connections is not { } connections || connections.Hours < LeastHours)
        {
            return Draft.Unknown(
                d.Context,
                d.Scan,
                d.Database,
                DatabaseFacts.Kind,
                Info,
                "Its connections were not measured for a week."
            );
        }

        return
            connections.Values.Maximum > 0
            || d.Database.ReplicaOf is not null
            || d.Cost is not { } cost
            ? null
            : new Recommended(
                d.Draft(
                    Info,
                    cost,
                    $"Delete idle {d.Database.Type} with a last snapshot",
                    "Nobody connected to it in the whole window."
                ) with
                {
                    Current = d.Size,
                    Risk = 2,
                    Confidence = Wording.Confidence(connections),
                    Evidence =
                    [
                        new("Connections, most at once", "0", "1 or more")
                        {
                            Days = [.. connections.Days.Select(x => x.Maximum)],
                        },
                    ],
                    HowTo =
                    [
                        Wording.Cli(
                            d.Database,
                            $"aws rds delete-db-instance --db-instance-identifier {d.Database.Id} --final-db-snapshot-identifier last-of-{d.Database.Id} {{region}}"
                        ),
                    ],
                    Permissions = ["rds:DeleteDBInstance", "rds:CreateDBSnapshot"],
                }
            );
    }
}
