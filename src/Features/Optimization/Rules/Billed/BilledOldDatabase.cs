using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Rules.Billed;

/// <summary>Databases of older classes, by the bill.</summary>
internal static class BilledOldDatabase
{
    public static BilledRule Rule { get; } =
        new(
            new BilledPattern
            {
                Info = new(
                    "bill-old-database",
                    "Older database class, by the bill",
                    Category.Databases,
                    "A database runs on a class whose successor costs less at list price (db.t2, m4, m5, r4, r5 to Graviton)."
                ),
                Matches = l => Families.OlderDatabase(l) is not null,
                Share = (c, l) => Families.OlderDatabase(l),
                Kind = "Database",
                Title = l => $"Move {l.After("Usage:")} to a newer class",
                Why = _ => "A newer class of the same size costs less at list price.",
                Excludes = "size",
                Action = ActionKind.Upgrade,
                Confidence = 0.5,
                Risk = 2,
                Effort = Effort.Medium,
                NeedsRestart = true,
                Permissions = ["rds:ModifyDBInstance"],
            }
        );
}
