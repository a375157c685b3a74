using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Prices;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Rules.Databases;

/// <summary>A database with what its machine costs.</summary>
internal sealed record DatabaseFacts(RuleContext Context, Snapshot Scan, Database Database)
{
    public const string Kind = "Database";
    public const double LeastHours = 30;

    public Metric? Cpu =>
        Database.Measured(MetricNames.Cpu, Statistic.Maximum)
        ?? Database.Measured(MetricNames.Cpu, Statistic.Average);

    public Metric? Connections => Database.Measured(MetricNames.Connections, Statistic.Maximum);

    public int Zones => Database.IsMultiZone ? 2 : 1;

    public string Size =>
        $"{Database.Engine} {Database.EngineVersion}, {Database.Type}{(Database.IsMultiZone ? ", two zones" : "")}";

    public Price? Rate(string type) =>
        Context.Prices.Of(Database.Provider, Database.Region, $"database/{Engine}/{type}");

    /// <summary>Cost of its machine, without storage.</summary>
    public ResourceCost? Cost =>
        ResourceCost.Of(Context, Database, Rate(Database.Type), Month.Hours * Zones, IsMachineTime);

    public static IEnumerable<DatabaseFacts> Running(RuleContext context) =>
        context
            .All<Database>()
            .Where(d => d.Resource.State == "available")
            .Select(d => new DatabaseFacts(context, d.Scan, d.Resource));

    private string Engine =>
        Database.Engine switch
        {
            "aurora-mysql" => "aurora",
            "aurora-postgresql" => "aurora",
            "postgresql" => "postgres",
            var other => other,
        };

    private static bool IsMachineTime(BillLine line) =>
        line.Meter is not { } meter
        || meter.Contains("InstanceUsage", StringComparison.Ordinal)
        || meter.Contains("Multi-AZUsage", StringComparison.Ordinal);

    public Recommendation Draft(RuleInfo rule, ResourceCost cost, string title, string why) =>
        Costs.Draft.Of(Context, Scan, Database, Kind, rule, cost, title, why);
}
