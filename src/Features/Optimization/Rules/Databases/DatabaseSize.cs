using Outlay.Inventory;
using Outlay.Optimization.Prices;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Databases;

/// <summary>Databases that half the machine carries.</summary>
internal sealed class DatabaseSize : IRule
{
    private const double CpuBound = 40;
    private static readonly string[] Sizes =
    [
        "micro",
        "small",
        "medium",
        "large",
        "xlarge",
        "2xlarge",
        "4xlarge",
        "8xlarge",
        "16xlarge",
    ];

    public RuleInfo Info { get; } =
        new(
            "database-size",
            "Oversized database",
            Category.Databases,
            "The percentile of processor use is at most 40 % and half of the memory is always free, so that the next smaller class carries it."
        );

    public IEnumerable<Verdict> Examine(RuleContext context) =>
        DatabaseFacts.Running(context).Select(Judge).OfType<Verdict>();

    private Verdict? Judge(DatabaseFacts d)
    {
        var free = d.Database.Measured(MetricNames.FreeMemory, Statistic.Minimum);
        if (
            d.Cpu is not { } cpu
            || cpu.Hours < DatabaseFacts.LeastHours
            || free is null
            || d.Database.MemoryGib is not { } memory
        )
        {
            return Draft.Unknown(
                d.Context,
                d.Scan,
                d.Database,
                DatabaseFacts.Kind,
                Info,
                "Its processors or its free memory were not measured."
            );
        }

        var percentile = cpu.Values.Percentile(d.Context.Settings.CpuPercentile);
        var freeShare = free.Values.Minimum / (memory * 1073741824);
        return percentile > CpuBound || freeShare < 0.5 || d.Connections?.Values.Maximum == 0
            ? null
            : Found(d, cpu, percentile, freeShare);
    }

    private Recommended? Found(DatabaseFacts d, Metric cpu, double percentile, double freeShare)
    {
        var dot = d.Database.Type.LastIndexOf('.');
        var at = Array.IndexOf(Sizes, d.Database.Type[(dot + 1)..]);
        if (at < 1 || !IsThere(d.Database.Type[..dot], Sizes[at - 1]))
        {
            return null;
        }

        var smaller = d.Database.Type[..(dot + 1)] + Sizes[at - 1];
        if (
            d.Cost is not { } cost
            || d.Rate(d.Database.Type) is not { Amount: > 0 } now
            || d.Rate(smaller) is not { } then
            || then.Currency != now.Currency
            || then.Amount >= now.Amount
        )
        {
            return null;
        }

        return Smaller(
            d,
            cost,
            (smaller, then),
            1 - then.Amount / now.Amount,
            (cpu, percentile, freeShare)
        );
    }

    private Recommended Smaller(
        DatabaseFacts d,
        ResourceCost cost,
        (string Type, Price Price) option,
        decimal share,
        (Metric Cpu, double Percentile, double FreeShare) use
    )
    {
        var (smaller, then) = option;
        var (cpu, percentile, freeShare) = use;
        return new Recommended(
            d.Draft(
                Info,
                cost,
                $"Change {d.Database.Type} to {smaller}",
                $"Its processors are at {Wording.Percent(percentile)}, and {Wording.Percent(freeShare * 100)} of its memory is always free."
            ) with
            {
                Action = ActionKind.Rightsize,
                Current = d.Size,
                Proposed = smaller,
                MonthlySaving = cost.Saving(share),
                MonthlySavingAtList = cost.AtList * share,
                Prices = (PriceSource)Math.Max((int)cost.Source, (int)then.Source),
                Confidence = Wording.Confidence(cpu) * 0.9,
                Risk = 1,
                Effort = Effort.Medium,
                NeedsRestart = true,
                Evidence =
                [
                    new(
                        "Processors, percentile",
                        Wording.Percent(percentile),
                        $"{Wording.Percent(percentile * 2)} after"
                    )
                    {
                        Days = [.. cpu.Days.Select(x => x.Maximum)],
                    },
                    new("Free memory, least", Wording.Percent(freeShare * 100), "50 % or more"),
                    new($"Price of {smaller}", Wording.Rate(then.Amount, then.Currency), then.Note),
                ],
                HowTo =
                [
                    Wording.Cli(
                        d.Database,
                        $"aws rds modify-db-instance --db-instance-identifier {d.Database.Id} --db-instance-class {smaller} {{region}}"
                    ),
                    new HowTo("Terraform", $"instance_class = \"{smaller}\""),
                ],
                Permissions = ["rds:ModifyDBInstance"],
                Excludes = "size",
            }
        );
    }

    // Only burstable classes go below large, and of m4 there is no 8xlarge; the rate card scales prices and does not know that.
    private static bool IsThere(string family, string size) =>
        size switch
        {
            "micro" or "small" or "medium" => family.StartsWith("db.t", StringComparison.Ordinal),
            "8xlarge" => family != "db.m4",
            _ => true,
        };
}
