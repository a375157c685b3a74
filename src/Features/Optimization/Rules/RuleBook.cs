using Outlay.Optimization.Purchases;
using Outlay.Optimization.Rules.Billed;
using Outlay.Optimization.Rules.Compute;
using Outlay.Optimization.Rules.Containers;
using Outlay.Optimization.Rules.Databases;
using Outlay.Optimization.Rules.Network;
using Outlay.Optimization.Rules.Serverless;
using Outlay.Optimization.Rules.Storage;

namespace Outlay.Optimization.Rules;

/// <summary>All rules, a line each.</summary>
public static class RuleBook
{
    /// <summary>The rules that judge what a scan found.</summary>
    public static IReadOnlyList<IRule> Scanned { get; } =
    [
        new IdleMachine(),
        new RightsizeMachine(),
        NewerMachine.OfGeneration,
        NewerMachine.OfAmd,
        NewerMachine.OfArm,
        new StoppedMachine(),
        new StillAllocatedMachine(),
        new OffHours(),
        new SpotMachine(),
        new BurstCharges(),
        new IdleService(),
        new TaskSize(),
        TaskVariant.Arm,
        TaskVariant.Spot,
        new FunctionMemory(),
        new FunctionArm(),
        new WarmFunction(),
        new FailingFunction(),
        new DeprecatedRuntime(),
        new UnattachedDisk(),
        new DiskType(),
        new OldSnapshot(),
        new UnfinishedUploads(),
        new IdleAddress(),
        new IdleGateway(),
        new IdleLoadBalancer(),
        new IdleEndpoint(),
        new IdleDatabase(),
        new DatabaseSize(),
        new DatabaseGeneration(),
        new SecondZone(),
        new DatabaseStorage(),
        new EngineSupport(),
        new OldDatabaseSnapshot(),
    ];

    /// <summary>The rules that judge the bill alone.</summary>
    public static IReadOnlyList<IBillRule> Billed { get; } =
    [
        BilledOldMachine.Rule,
        BilledArmMachine.Rule,
        BilledArmTask.Rule,
        BilledArmFunction.Rule,
        BilledWarmFunction.Rule,
        BilledOldDisk.Rule,
        BilledIdleAddress.Rule,
        BilledIdleGateway.Rule,
        BilledIdleBalancer.Rule,
        BilledIdleEndpoint.Rule,
        BilledSnapshots.Rule,
        BilledGrowth.OfSnapshots,
        BilledGrowth.OfEgress,
        new BilledIdleAccount(),
        BilledBucketClass.Rule,
        BilledZoneTraffic.Rule,
        BilledNatTraffic.Rule,
        BilledLogs.Rule,
        BilledOldDatabase.Rule,
        BilledExtendedSupport.Rule,
        new UnusedCommitment(),
    ];

    /// <summary>What all rules are, by tab.</summary>
    public static IReadOnlyList<RuleInfo> All { get; } =
    [
        .. Scanned
            .Select(r => r.Info)
            .Concat(Billed.Select(r => r.Info))
            .Append(PurchaseFindings.Info)
            .Append(ReservationFindings.Info)
            .OrderBy(r => r.Category)
            .ThenBy(r => r.Title, StringComparer.Ordinal),
    ];
}
