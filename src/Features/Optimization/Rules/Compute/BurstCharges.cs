using Outlay.Inventory;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Compute;

/// <summary>Burstable machines whose surplus credits cost more than a machine without them.</summary>
internal sealed class BurstCharges : IRule
{
    // What AWS asks for a surplus hour of a virtual processor under Linux.
    private const decimal SurplusHour = 0.05m;
    private const decimal CreditsOfHour = 60m;
    private const double LeastHours = 30;

    public RuleInfo Info { get; } =
        new(
            "burst-charges",
            "Charged burst credits",
            Category.Compute,
            "A burstable machine is charged for surplus credits, so that a machine of fixed size with as many processors and as much memory costs less."
        );

    public IEnumerable<Verdict> Examine(RuleContext context) =>
        MachineFacts
            .Running(context)
            .Where(m => m.Type is { IsBurstable: true } && m is { Cost: not null, Price: not null })
            .Select(Judge)
            .OfType<Verdict>();

    private Recommended? Judge(MachineFacts m)
    {
        if (
            m.Machine.Measured(MetricNames.SurplusCredits, Statistic.Sum) is not { } surplus
            || surplus.Hours < LeastHours
            || surplus.Values.Sum <= 0
        )
        {
            return null;
        }

        var hour = (decimal)(surplus.Values.Sum / surplus.Hours) / CreditsOfHour * SurplusHour;
        var withSurplus = m.Price!.Amount + hour;
        var best = m.Offered()
            .Where(t =>
                !t.IsBurstable
                && t.IsCurrent
                && t.Architecture == m.Type!.Architecture
                && t.VCpus >= m.Type.VCpus
                && t.MemoryGib >= m.Type.MemoryGib
            )
            .Select(t =>
                (
                    Type: t,
                    Price: m.Context.Prices.Machine(
                        m.Machine.Provider,
                        m.Machine.Region,
                        t.Name,
                        m.Machine.OperatingSystem
                    )
                )
            )
            .Where(o =>
                o.Price is { } p && p.Currency == m.Price.Currency && p.Amount < withSurplus
            )
            .OrderBy(o => o.Price!.Amount)
            .FirstOrDefault();
        return best.Price is null
            ? null
            : Found(m, new MachineOption(best.Type, best.Price, 0), hour, withSurplus);
    }

    private Recommended Found(
        MachineFacts m,
        MachineOption option,
        decimal surplusHour,
        decimal withSurplus
    )
    {
        // The bill of its time is without credits, so both are put beside the price of the other type.
        var scale = m.Cost!.Monthly / m.Price!.Amount;
        return new Recommended(
            MachineChange.To(
                m,
                option,
                Info,
                ActionKind.Upgrade,
                $"With its surplus credits it costs {Wording.Rate(withSurplus, m.Price.Currency)}; {option.Type.Name} costs {Wording.Rate(option.Price.Amount, option.Price.Currency)}."
            ) with
            {
                MonthlyCost = scale * withSurplus,
                MonthlySaving = scale * (withSurplus - option.Price.Amount),
                MonthlySavingAtList = null,
                Confidence = 0.7,
                Evidence =
                [
                    new(
                        "Surplus credits",
                        Wording.Rate(surplusHour, m.Price.Currency),
                        "0.05 an hour of a processor"
                    ),
                    .. m.Rates(option),
                ],
            }
        );
    }
}
