using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Prices;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Serverless;

/// <summary>A function with what its runs cost.</summary>
internal sealed record FunctionFacts(RuleContext Context, Snapshot Scan, Function Function)
{
    public const string Kind = "Function";

    public Metric? Invocations => Function.Measured(MetricNames.Requests, Statistic.Sum);

    public Metric? Duration => Function.Measured(MetricNames.Duration, Statistic.Average);

    public Price? Rate(string architecture) =>
        Context.Prices.Of(
            Function.Provider,
            Function.Region,
            $"function/{architecture}/gib-second"
        );

    /// <summary>Runs in the window; CloudWatch has no points of hours without any, so what is missing of this metric is none.</summary>
    public double Runs => Invocations?.Values.Sum ?? 0;

    /// <summary>Cost of the time of its runs in a month, by the bill else by runs, duration and memory; null when it is not known.</summary>
    public ResourceCost? Cost =>
        ResourceCost.OfBill(
            Context,
            Function,
            l => l.Meter?.Contains("Provisioned", StringComparison.Ordinal) != true
        )
        ?? (
            Runs > 0 && Duration is { } duration && Rate(Function.Architecture) is { } rate
                ? new ResourceCost(
                    rate.Amount
                        * (decimal)(Runs * duration.Values.Mean / 1000 * Function.MemoryMib / 1024)
                        * Month.Days
                        / (decimal)(duration.To - duration.From).TotalDays,
                    rate.Currency,
                    rate.Source,
                    0m,
                    null
                )
                : null
        );

    public static IEnumerable<FunctionFacts> All(RuleContext context) =>
        context.All<Function>().Select(f => new FunctionFacts(context, f.Scan, f.Resource));

    public Recommendation Draft(RuleInfo rule, ResourceCost cost, string title, string why) =>
        Costs.Draft.Of(Context, Scan, Function, Kind, rule, cost, title, why);
}
