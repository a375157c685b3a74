using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Rules.Billed;

/// <summary>NAT gateways with hours and no byte.</summary>
internal static class BilledIdleGateway
{
    public static BilledRule Rule { get; } =
        new(
            new BilledPattern
            {
                Info = new(
                    "bill-idle-nat",
                    "Idle NAT gateway, by the bill",
                    Category.StorageAndNetwork,
                    "The bill has hours of a NAT gateway and no byte through it. Saves its hours."
                ),
                Matches = l => l.Has("NatGateway-Hours"),
                Share = (_, _) => (1m, 1m),
                Kind = "NAT gateway",
                Title = _ => "Delete idle NAT gateway",
                Why = _ => "It is billed by the hour, and not a byte went through it.",
                Excludes = "life",
                Used = l => l.Has("NatGateway-Bytes"),
                Action = ActionKind.Delete,
                Confidence = 0.7,
                Risk = 2,
                Permissions = ["ec2:DeleteNatGateway"],
                HowTo = l => new HowTo(
                    "AWS CLI",
                    $"aws ec2 delete-nat-gateway --nat-gateway-id {l.ShortId()} --region {l.Region}"
                ),
            }
        );
}
