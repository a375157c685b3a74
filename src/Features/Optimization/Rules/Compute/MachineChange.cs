using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Rules.Compute;

/// <summary>A recommendation to give a machine another type; rules add why.</summary>
internal static class MachineChange
{
    public static Recommendation To(
        MachineFacts m,
        MachineOption option,
        RuleInfo rule,
        ActionKind action,
        string why
    ) =>
        new()
        {
            Rule = rule.Id,
            Action = action,
            Subject = m.Subject,
            Title = $"Change {m.Machine.Type} to {option.Type.Name}",
            Current = m.Size,
            Proposed = option.Size,
            Currency = m.Cost!.Currency,
            MonthlyCost = m.Cost.Monthly,
            MonthlySaving = m.Cost.Saving(option.Share),
            MonthlySavingAtList = m.Cost.AtList * option.Share,
            Prices = MachineEvidence.Weaker(
                m.Cost.Source,
                MachineEvidence.Weaker(m.Price!.Source, option.Price.Source)
            ),
            Confidence = 0.5,
            Risk = 1,
            Effort = Effort.Low,
            NeedsRestart = true,
            Why = why,
            Evidence = [.. m.Rates(option), .. m.Covered()],
            HowTo =
            [
                m.Resize(option.Type.Name),
                MachineFacts.Terraform(option.Type.Name, m.Machine.Provider),
            ],
            Permissions =
            [
                "ec2:StopInstances",
                "ec2:ModifyInstanceAttribute",
                "ec2:StartInstances",
            ],
            Excludes = "size",
        };
}
