using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Network;

/// <summary>NAT gateways that no packet goes through.</summary>
internal sealed class IdleGateway : IRule
{
    private const double LeastDays = 7;

    public RuleInfo Info { get; } =
        new(
            "idle-nat-gateway",
            "Idle NAT gateway",
            Category.StorageAndNetwork,
            "No connection and no byte in the window of a week or more, or no route table that leads to it. Saves its hours."
        );

    public IEnumerable<Verdict> Examine(RuleContext context)
    {
        foreach (
            var (scan, gateway) in context
                .All<NatGateway>()
                .Where(g => g.Resource.State == "available")
        )
        {
            var cost = ResourceCost.Of(
                context,
                gateway,
                context.Prices.Of(gateway.Provider, gateway.Region, "nat/hour"),
                Month.Hours
            );
            var use =
                gateway.Measured(MetricNames.Connections, Statistic.Maximum)
                ?? gateway.Measured(MetricNames.Bytes, Statistic.Sum);
            if (cost is null || (use is null && gateway.Routes != 0))
            {
                yield return Draft.Unknown(
                    context,
                    scan,
                    gateway,
                    "NAT gateway",
                    Info,
                    cost is null ? "Its price is not known." : "Its connections were not measured."
                );
                continue;
            }

            var isUnrouted = gateway.Routes == 0;
            var isUnused =
                use is not null && use.Values.Maximum <= 0 && use.Hours >= LeastDays * 24 * 0.9;
            if (isUnrouted || isUnused)
            {
                yield return Found(context, scan, gateway, cost, use, isUnused);
            }
        }
    }

    private Recommended Found(
        RuleContext context,
        Snapshot scan,
        NatGateway gateway,
        ResourceCost cost,
        Metric? use,
        bool isUnused
    ) =>
        new(
            Draft.Of(
                context,
                scan,
                gateway,
                "NAT gateway",
                Info,
                cost,
                "Delete idle NAT gateway",
                gateway.Routes == 0
                    ? "No route table leads to it."
                    : "Nothing went through it in the whole window."
            ) with
            {
                Current = $"NAT gateway in {gateway.NetworkId}",
                Risk = 2,
                Confidence = isUnused ? 0.9 : 0.8,
                Evidence =
                [
                    new(
                        "Largest number of connections",
                        use is null ? "not measured" : Wording.Number(use.Values.Maximum),
                        "0"
                    ),
                    new(
                        "Routes that lead to it",
                        gateway.Routes is { } routes ? Wording.Number(routes) : "not known"
                    ),
                ],
                HowTo =
                [
                    Wording.Cli(
                        gateway,
                        $"aws ec2 delete-nat-gateway --nat-gateway-id {gateway.Id} {{region}}"
                    ),
                ],
                Permissions = ["ec2:DeleteNatGateway"],
            }
        );
}
