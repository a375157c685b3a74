using Outlay.Inventory.Resources;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Network;

/// <summary>Reserved public addresses that nothing uses.</summary>
internal sealed class IdleAddress : IRule
{
    public RuleInfo Info { get; } =
        new(
            "idle-address",
            "Idle public address",
            Category.StorageAndNetwork,
            "Reserved and bound to nothing, or to a machine that is stopped. Saves its hours when it is released; the number is then lost."
        );

    public IEnumerable<Verdict> Examine(RuleContext context)
    {
        foreach (var (scan, address) in context.All<PublicAddress>())
        {
            var isIdle = address.BoundTo is null || address.IsTargetRunning == false;
            var price = context.Prices.Of(
                address.Provider,
                address.Region,
                address.Provider == "Microsoft" ? "address/standard/hour" : "address/idle/hour"
            );
            if (!isIdle || ResourceCost.Of(context, address, price, Month.Hours) is not { } cost)
            {
                continue;
            }

            yield return new Recommended(
                Draft.Of(
                    context,
                    scan,
                    address,
                    "Public address",
                    Info,
                    cost,
                    $"Release {address.Address}",
                    address.BoundTo is { } target
                        ? $"It is bound to {Short(target)}, which does not run."
                        : "It is bound to nothing."
                ) with
                {
                    Current = address.BoundTo is { } bound
                        ? $"bound to {Short(bound)}, which is stopped"
                        : "bound to nothing",
                    CanRollBack = false,
                    Effort = Effort.VeryLow,
                    Confidence = address.BoundTo is null ? 0.95 : 0.7,
                    Evidence =
                    [
                        new("Bound to", Short(address.BoundTo ?? "nothing"), "a running machine"),
                    ],
                    HowTo =
                    [
                        Wording.Cli(
                            address,
                            $"aws ec2 release-address --allocation-id {address.Id} {{region}}",
                            $"az network public-ip delete --ids {address.Name}",
                            $"gcloud compute addresses delete {address.Label} --region {address.Region} --project {address.AccountId}"
                        ),
                    ],
                    Permissions = ["ec2:ReleaseAddress"],
                }
            );
        }
    }

    // Azure and Google Cloud have paths for names.
    private static string Short(string id) => id[(id.LastIndexOf('/') + 1)..];
}
