using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Rules.Billed;

/// <summary>Public addresses that are billed as idle.</summary>
internal static class BilledIdleAddress
{
    public static BilledRule Rule { get; } =
        new(
            new BilledPattern
            {
                Info = new(
                    "bill-idle-address",
                    "Idle address, by the bill",
                    Category.StorageAndNetwork,
                    "The bill says that a public address is bound to nothing (AWS, Google Cloud). Saves its hours."
                ),
                Matches = l => l.Has("IdleAddress") || l.Says("Static Ip Charge"),
                Share = (_, _) => (1m, 1m),
                Kind = "Public address",
                Title = _ => "Release idle address",
                Why = _ => "It is billed as bound to nothing.",
                Excludes = "life",
                Action = ActionKind.Delete,
                Confidence = 0.85,
                Effort = Effort.VeryLow,
                Permissions = ["ec2:ReleaseAddress"],
            }
        );
}
