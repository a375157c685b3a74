using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Rules.Billed;

/// <summary>Machines of older families, by the bill.</summary>
internal static class BilledOldMachine
{
    public static BilledRule Rule { get; } =
        new(
            new BilledPattern
            {
                Info = new(
                    "bill-old-machine",
                    "Older machine family, by the bill",
                    Category.Compute,
                    "A machine runs on a family whose successor costs less at list price: AWS m3, m4, c3, c4, r3, r4, t2, i2; Azure A and D series before version 3; Google Cloud N1 (the range goes to E2)."
                ),
                Matches = l => Families.Older(l) is not null,
                Share = (_, l) => Families.Older(l),
                Kind = "Virtual machine",
                Title = l => $"Move {l.After("BoxUsage:") ?? l.Meter} to a newer family",
                Why = _ => "A newer family of the same size costs less at list price.",
                Excludes = "size",
                Action = ActionKind.Upgrade,
                Effort = Effort.Medium,
                NeedsRestart = true,
                Permissions = ["ec2:ModifyInstanceAttribute"],
            }
        );
}
