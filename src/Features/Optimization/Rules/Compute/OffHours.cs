using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Compute;

/// <summary>Machines outside production that do nothing in the same hours of every week.</summary>
internal sealed class OffHours : IRule
{
    private const double IdleCpu = 5;
    private const int LeastBlock = 4;
    private const double LeastShare = 0.3;
    private const int HoursOfWeek = 168;
    private const double LeastDays = 14;

    public RuleInfo Info { get; } =
        new(
            "off-hours",
            "Off-hours schedule",
            Category.Compute,
            "Outside production (by the tag env or environment), idle below 5 % of its processors in the same hours of every week, in blocks of four hours or more that make up 30 % of the week. Saves those hours; disks and addresses go on."
        );

    public IEnumerable<Verdict> Examine(RuleContext context) =>
        MachineFacts
            .Running(context)
            .Where(m =>
                context.Settings.IsNonProduction(m.Machine)
                && m.Machine is { ManagedBy: null, HasLocalRoot: false }
            )
            .Select(Judge)
            .OfType<Verdict>();

    private Verdict? Judge(MachineFacts m)
    {
        if (m.Lacks() is { } lacks)
        {
            return new InsufficientData(Info.Id, m.Subject, lacks);
        }

        if (
            m.CpuPeak?.WeekMaximum is not { Count: HoursOfWeek } week
            || (m.CpuPeak.To - m.CpuPeak.From).TotalDays < LeastDays
        )
        {
            return new InsufficientData(
                Info.Id,
                m.Subject,
                "Two whole weeks of its hours are needed."
            );
        }

        var off = Blocks([.. week.Select(h => h < IdleCpu)]);
        var share = (double)off.Count(o => o) / HoursOfWeek;
        return share >= LeastShare && share < 1 ? Found(m, off, share) : null;
    }

    /// <summary>Idle hours that stand in blocks of four or more; the week is a ring.</summary>
    internal static bool[] Blocks(bool[] idle)
    {
        var off = new bool[idle.Length];
        if (Array.TrueForAll(idle, i => i))
        {
            Array.Fill(off, true);
            return off;
        }

        var start = Array.FindIndex(idle, i => !i);
        var run = 0;
        for (var step = 1; step <= idle.Length; step++)
        {
            var at = (start + step) % idle.Length;
            run = idle[at] ? run + 1 : 0;
            for (
                var back = 0;
                run >= LeastBlock && back < (run == LeastBlock ? LeastBlock : 1);
                back++
            )
            {
                off[(at - back + idle.Length) % idle.Length] = true;
            }
        }

        return off;
    }

    private Recommended Found(MachineFacts m, bool[] off, double share) =>
        new(
            new Recommendation
            {
                Rule = Info.Id,
                Action = ActionKind.Schedule,
                Subject = m.Subject,
                Title = $"Run {m.Machine.Type} only when it is used",
                Current = $"{m.Size}, always on",
                Proposed =
                    $"on {Wording.Number(HoursOfWeek - off.Count(o => o))} of 168 hours of the week",
                Currency = m.Cost!.Currency,
                MonthlyCost = m.Cost.Monthly,
                MonthlySaving = m.Cost.Saving((decimal)share),
                MonthlySavingAtList = m.Cost.AtList * (decimal)share,
                Prices = m.Cost.Source,
                Confidence = Wording.Confidence(m.Cpu!) * 0.9,
                Risk = 1,
                Effort = Effort.Low,
                NeedsRestart = true,
                Why =
                    $"In {off.Count(o => o)} hours of every week (UTC) its processors never passed 5 %, and its tags say that it is not production.",
                Evidence =
                [
                    new(
                        "Idle hours of the week",
                        $"{off.Count(o => o)} of 168",
                        "30 % in blocks of 4 hours"
                    )
                    {
                        Days = [.. m.CpuPeak!.WeekMaximum!.Select(h => double.IsNaN(h) ? 0 : h)],
                    },
                    .. m.Covered(),
                ],
                HowTo =
                [
                    new HowTo(
                        "Tag for a scheduler",
                        Wording
                            .Cli(
                                m.Machine,
                                $"aws ec2 create-tags --resources {m.Machine.Id} --tags Key=Schedule,Value=office-hours {{region}}",
                                $"az resource tag --ids {m.Machine.Name} --tags Schedule=office-hours --operation merge",
                                $"gcloud compute instances add-resource-policies {m.Machine.Label} --resource-policies office-hours {{zone}}"
                            )
                            .Text
                    ),
                ],
                Permissions = ["ec2:CreateTags", "ec2:StopInstances", "ec2:StartInstances"],
                Excludes = "hours",
            }
        );
}
