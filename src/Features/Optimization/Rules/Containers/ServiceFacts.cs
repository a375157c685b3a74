using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Containers;

/// <summary>A service without servers of its own, with the prices of its tasks.</summary>
internal sealed record ServiceFacts(RuleContext Context, Snapshot Scan, ContainerService Service)
{
    public const double LeastHours = 24;
    public const string Kind = "Container service";

    public Metric? Cpu => Service.Measured(MetricNames.Cpu, Statistic.Maximum);

    public Metric? Memory => Service.Measured(MetricNames.Memory, Statistic.Maximum);

    public string Size =>
        $"{Wording.Number(Service.CpuUnits / 1024.0)} vCPU, {Wording.Number(Service.MemoryMib / 1024.0)} GiB, {Wording.Number(Tasks)} tasks";

    /// <summary>Tasks that ran, on average where that was measured.</summary>
    public double Tasks =>
        Service.Measured(MetricNames.RunningTasks, Statistic.Average)?.Values.Mean
        ?? Service.RunningTasks;

    public static IEnumerable<ServiceFacts> Running(RuleContext context) =>
        context
            .All<ContainerService>()
            .Where(s => s.Resource is { IsServerless: true, RunningTasks: > 0 })
            .Select(s => new ServiceFacts(context, s.Scan, s.Resource));

    /// <summary>Price of a task's hour; null without a price.</summary>
    public decimal? Hour(int cpu, int mib, string variant)
    {
        var vcpu = Rate(variant, "vcpu-hour");
        var gib = Rate(variant, "gib-hour");
        return vcpu * cpu / 1024m + gib * mib / 1024m;
    }

    public string Variant => $"{Service.OperatingSystem}/{Service.Architecture}";

    public ResourceCost? Cost =>
        ResourceCost.OfBill(Context, Service)
        ?? (
            Hour(Service.CpuUnits, Service.MemoryMib, Variant) is { } hour
            && Context.Prices.Of(Service.Provider, Service.Region, $"fargate/{Variant}/vcpu-hour")
                is { } price
                ? new ResourceCost(
                    hour * (decimal)Tasks * Month.Hours * (decimal)(1 - 0.7 * Service.SpotShare),
                    price.Currency,
                    price.Source,
                    0m,
                    null
                )
                : null
        );

    private decimal? Rate(string variant, string unit) =>
        Context.Prices.Of(Service.Provider, Service.Region, $"fargate/{variant}/{unit}")?.Amount;

    public Recommendation Draft(RuleInfo rule, ResourceCost cost, string title, string why) =>
        Costs.Draft.Of(Context, Scan, Service, Kind, rule, cost, title, why);
}
