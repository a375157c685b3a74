using Outlay.Inventory;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Compute;

/// <summary>
/// The same size of a cheaper family: a newer generation, processors of AMD, or ARM. Which family follows which is a table of ours; a
/// family that costs more is never proposed, however new it is.
/// </summary>
internal sealed class NewerMachine(
    RuleInfo info,
    ActionKind action,
    Effort effort,
    int risk,
    string words,
    IReadOnlyDictionary<string, string[]> families,
    bool isArm = false
) : IRule
{
    private static readonly Dictionary<string, string[]> Previous = new(StringComparer.Ordinal)
    {
        ["m3"] = ["m5", "m6i", "m7i-flex"],
        ["m4"] = ["m5", "m6i", "m7i-flex"],
        ["c3"] = ["c5", "c6i"],
        ["c4"] = ["c5", "c6i"],
        ["r3"] = ["r5", "r6i"],
        ["r4"] = ["r5", "r6i"],
        ["i2"] = ["i3", "i4i"],
        ["t2"] = ["t3"],
        ["d2"] = ["d3"],
        ["Standard_D"] = ["Standard_Dds_v5", "Standard_Dads_v5"],
        ["Standard_DS"] = ["Standard_Dds_v5", "Standard_Dads_v5"],
        ["Standard_D_v2"] = ["Standard_Dds_v5", "Standard_Dads_v5"],
        ["Standard_DS_v2"] = ["Standard_Dds_v5", "Standard_Dads_v5"],
        ["Standard_D_v3"] = ["Standard_Dds_v5", "Standard_Dads_v5"],
        ["Standard_Ds_v3"] = ["Standard_Dds_v5", "Standard_Dads_v5"],
        ["n1-standard"] = ["n2d-standard", "n2-standard", "n4-standard"],
        ["n1-highmem"] = ["n2d-highmem", "n2-highmem"],
        ["n1-highcpu"] = ["n2d-highcpu", "n2-highcpu"],
    };

    private static readonly Dictionary<string, string[]> Amd = new(StringComparer.Ordinal)
    {
        ["m5"] = ["m6a", "m5a"],
        ["m6i"] = ["m6a"],
        ["c5"] = ["c6a", "c5a"],
        ["c6i"] = ["c6a"],
        ["r5"] = ["r6a", "r5a"],
        ["r6i"] = ["r6a"],
        ["t3"] = ["t3a"],
        ["Standard_Ds_v5"] = ["Standard_Das_v5"],
        ["Standard_Dds_v5"] = ["Standard_Dads_v5"],
        ["Standard_Es_v5"] = ["Standard_Eas_v5"],
        ["Standard_Ds_v6"] = ["Standard_Das_v6"],
        ["n2-standard"] = ["n2d-standard", "t2d-standard"],
        ["n2-highmem"] = ["n2d-highmem"],
        ["n2-highcpu"] = ["n2d-highcpu"],
    };

    private static readonly Dictionary<string, string[]> Arm = new(StringComparer.Ordinal)
    {
        ["m4"] = ["m6g", "m7g", "m8g"],
        ["m5"] = ["m6g", "m7g", "m8g"],
        ["m6i"] = ["m6g", "m7g", "m8g"],
        ["m7i"] = ["m7g", "m8g"],
        ["c4"] = ["c6g", "c7g", "c8g"],
        ["c5"] = ["c6g", "c7g", "c8g"],
        ["c6i"] = ["c6g", "c7g", "c8g"],
        ["c7i"] = ["c7g", "c8g"],
        ["r4"] = ["r6g", "r7g", "r8g"],
        ["r5"] = ["r6g", "r7g", "r8g"],
        ["r6i"] = ["r6g", "r7g", "r8g"],
        ["r7i"] = ["r7g", "r8g"],
        ["t2"] = ["t4g"],
        ["t3"] = ["t4g"],
        ["t3a"] = ["t4g"],
        ["Standard_Ds_v5"] = ["Standard_Dps_v5", "Standard_Dps_v6"],
        ["Standard_Dds_v5"] = ["Standard_Dpds_v5", "Standard_Dpds_v6"],
        ["Standard_Es_v5"] = ["Standard_Eps_v5", "Standard_Eps_v6"],
        ["Standard_Ds_v6"] = ["Standard_Dps_v6"],
        ["n2-standard"] = ["c4a-standard", "t2a-standard"],
        ["n4-standard"] = ["c4a-standard"],
        ["c3-standard"] = ["c4a-standard"],
    };

    /// <summary>Machines of a generation that is cheaper in a newer one.</summary>
    public static NewerMachine OfGeneration { get; } =
        new(
            new(
                "previous-generation",
                "Previous generation",
                Category.Compute,
                "Runs on a family whose successor of the same size costs less."
            ),
            ActionKind.Upgrade,
            Effort.Medium,
            1,
            "a newer generation",
            Previous
        );

    /// <summary>Machines that cost less with processors of AMD.</summary>
    public static NewerMachine OfAmd { get; } =
        new(
            new(
                "amd-machine",
                "AMD processors",
                Category.Compute,
                "The same size with processors of AMD costs less; programs need no change."
            ),
            ActionKind.Upgrade,
            Effort.Low,
            1,
            "the same size with processors of AMD",
            Amd
        );

    /// <summary>Machines that cost less with ARM processors.</summary>
    public static NewerMachine OfArm { get; } =
        new(
            new(
                "arm-machine",
                "ARM processors",
                Category.Compute,
                "Linux machines whose size costs less with ARM processors (Graviton, Ampere, Cobalt, Axion). Programs must be built for them."
            ),
            ActionKind.MigrateToArm,
            Effort.Medium,
            2,
            "the same size with ARM processors",
            Arm,
            isArm: true
        );

    public RuleInfo Info { get; } = info;

    public IEnumerable<Verdict> Examine(RuleContext context) =>
        isArm && !context.Settings.ProposeArm
            ? []
            : MachineFacts.Running(context).Select(Judge).OfType<Verdict>();

    private Verdict? Judge(MachineFacts m)
    {
        if (
            m is not { Type: { } type, Cost: not null, Price: not null }
            || !families.TryGetValue(type.Family, out var targets)
            || (isArm && m.Machine.OperatingSystem != "linux")
        )
        {
            return null;
        }

        var options = m.Offered()
            .Where(t => targets.Contains(t.Family) && IsAsLarge(t, type))
            .Select(m.Option)
            .OfType<MachineOption>()
            .OrderByDescending(o => o.Share)
            .ThenBy(o => o.Type.Name, StringComparer.Ordinal)
            .ToList();
        return options is [var best, .. var others]
            ? new Recommended(
                MachineChange.To(
                    m,
                    best,
                    Info,
                    action,
                    $"{best.Type.Name} is {words} and costs {Wording.Share(best.Share)} less."
                ) with
                {
                    Effort = effort,
                    Risk = risk,
                    Alternatives =
                    [
                        .. others
                            .Take(2)
                            .Select(o => new Alternative(
                                o.Size,
                                m.Cost.Saving(o.Share),
                                risk,
                                $"costs {Wording.Share(o.Share)} less"
                            )),
                    ],
                }
            )
            : null;
    }

    private static bool IsAsLarge(MachineType option, MachineType now) =>
        option.VCpus >= now.VCpus
        && option.MemoryGib >= now.MemoryGib * 0.98
        && option.LocalStorageGb >= now.LocalStorageGb
        && option.Gpus >= now.Gpus;
}
