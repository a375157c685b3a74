using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Network;

/// <summary>Interface endpoints that no byte goes through.</summary>
internal sealed class IdleEndpoint : IRule
{
    private const double LeastHours = 13 * 24;

    public RuleInfo Info { get; } =
        new(
            "idle-endpoint",
            "Idle interface endpoint",
            Category.StorageAndNetwork,
            "No byte in two weeks or more. Saves its hours in each zone."
        );

    public IEnumerable<Verdict> Examine(RuleContext context)
    {
        foreach (
            var (scan, endpoint) in context.All<NetworkEndpoint>().Where(e => !e.Resource.IsGateway)
        )
        {
            var cost = ResourceCost.Of(
                context,
                endpoint,
                context.Prices.Of(endpoint.Provider, endpoint.Region, "endpoint/interface/hour"),
                Month.Hours * endpoint.Zones
            );
            if (cost is null)
            {
                continue;
            }

            if (
                endpoint.Measured(MetricNames.Bytes, Statistic.Sum) is not { } bytes
                || bytes.Hours < LeastHours
            )
            {
                yield return Draft.Unknown(
                    context,
                    scan,
                    endpoint,
                    "Interface endpoint",
                    Info,
                    "Its traffic was not measured for two weeks."
                );
            }
            else if (bytes.Values.Sum <= 0)
            {
                yield return new Recommended(
                    Draft.Of(
                        context,
                        scan,
                        endpoint,
                        "Interface endpoint",
                        Info,
                        cost,
                        $"Delete idle endpoint of {endpoint.Service}",
                        "No byte went through it in the whole window."
                    ) with
                    {
                        Current = $"{endpoint.Service}, {endpoint.Zones} zones",
                        Risk = 2,
                        Evidence = [new("Bytes in the window", "0", "1 or more")],
                        HowTo =
                        [
                            Wording.Cli(
                                endpoint,
                                $"aws ec2 delete-vpc-endpoints --vpc-endpoint-ids {endpoint.Id} {{region}}"
                            ),
                        ],
                        Permissions = ["ec2:DeleteVpcEndpoints"],
                    }
                );
            }
        }
    }
}
