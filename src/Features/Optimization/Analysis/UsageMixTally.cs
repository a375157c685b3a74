using System.Text.RegularExpressions;
using Outlay.Optimization.Bill;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Rules.Billed;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Analysis;

/// <summary>Sums up from the bill's lines how machines, containers and functions are bought.</summary>
internal sealed partial class UsageMixTally
{
    private static readonly string[] ContainerServices =
    [
        "Container Instances",
        "Container Apps",
        "Cloud Run",
        "Kubernetes Engine",
    ];

    private readonly Dictionary<(Category Category, string Currency), UsageMix> _mixes = [];

    public void See(BillLine line)
    {
        if (
            line is not { ChargeCategory: "Usage", CommitmentStatus: not "Unused" }
            || Kind(line) is not var (category, isArm)
        )
        {
            return;
        }

        var amount = line.PricingCategory == "Dynamic" ? line.EffectiveCost : line.ContractedCost;
        var key = (category, line.Currency);
        var mix =
            _mixes.GetValueOrDefault(key) ?? new UsageMix(category, line.Currency, 0, 0, 0, 0, 0);
        _mixes[key] = mix with
        {
            OnDemand =
                mix.OnDemand
                + (line is { CommitmentId: null, PricingCategory: not "Dynamic" } ? amount : 0),
            Committed = mix.Committed + (line.CommitmentId is not null ? amount : 0),
            Spot =
                mix.Spot
                + (line is { CommitmentId: null, PricingCategory: "Dynamic" } ? amount : 0),
            Arm = mix.Arm + (isArm == true ? amount : 0),
            KnownProcessors = mix.KnownProcessors + (isArm is not null ? amount : 0),
        };
    }

    /// <summary>The mixes of a month, the largest first.</summary>
    public IReadOnlyList<UsageMix> Mixes(int days)
    {
        var scale = days > 0 ? Month.Days / days : 0;
        return
        [
            .. _mixes
                .Values.Where(m => m.Total > 0)
                .Select(m =>
                    m with
                    {
                        OnDemand = m.OnDemand * scale,
                        Committed = m.Committed * scale,
                        Spot = m.Spot * scale,
                        Arm = m.Arm * scale,
                        KnownProcessors = m.KnownProcessors * scale,
                    }
                )
                .OrderByDescending(m => m.Total),
        ];
    }

    private static (Category Category, bool? IsArm)? Kind(BillLine line) =>
        line.Has("Fargate") ? (Category.Containers, line.Has("Fargate-ARM"))
        : line.Has("Lambda-GB-Second") || line.Has("Lambda-Provisioned")
            ? (Category.Serverless, line.Has("ARM"))
        : line.Service is { } service
        && Array.Exists(
            ContainerServices,
            s => service.Contains(s, StringComparison.OrdinalIgnoreCase)
        )
        && !line.Says("Cluster")
            ? (Category.Containers, line.Says(" Arm ") ? true : null)
        : Machine(line) is { } type ? (Category.Compute, IsArm(line.Provider, type))
        : null;

    private static string? Machine(BillLine line) =>
        line.After("BoxUsage:")
        ?? line.After("SpotUsage:")
        ?? (line.ServiceCategory == "Compute" ? line.MachineType : null);

    private static bool IsArm(string provider, string type) =>
        provider switch
        {
            Clouds.Azure => AzureArm().IsMatch(type),
            Clouds.Google => GoogleArm().IsMatch(type),
            _ => AwsArm().IsMatch(type),
        };

    // a1, and a g behind the generation: m7g, c7gn, t4g, x2gd, im4gn; not g4dn or g5.
    [GeneratedRegex(@"^(a1|[a-z]+[0-9]+g[a-z]*)\.", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AwsArm();

    // A p behind the number of processors: Standard_D4ps_v5.
    [GeneratedRegex("^Standard_[A-Z]+[0-9]+p", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AzureArm();

    [GeneratedRegex("^(t2a|c4a|n4a)-", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GoogleArm();
}
