using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Rules.Billed;

/// <summary>Interface endpoints with hours and no byte.</summary>
internal static class BilledIdleEndpoint
{
    public static BilledRule Rule { get; } =
        new(
            new BilledPattern
            {
                Info = new(
                    "bill-idle-endpoint",
                    "Idle endpoint, by the bill",
                    Category.StorageAndNetwork,
                    "The bill has hours of an interface endpoint and no byte through it. Saves its hours."
                ),
                Matches = l => l.Has("VpcEndpoint-Hours"),
                Share = (_, _) => (1m, 1m),
                Kind = "Interface endpoint",
                Title = _ => "Delete idle interface endpoint",
                Why = _ => "It is billed by the hour, and not a byte went through it.",
                Excludes = "life",
                Used = l => l.Has("VpcEndpoint-Bytes"),
                Action = ActionKind.Delete,
                Confidence = 0.6,
                Risk = 2,
                Permissions = ["ec2:DeleteVpcEndpoints"],
            }
        );
}
