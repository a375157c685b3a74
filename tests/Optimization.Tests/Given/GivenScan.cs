using Outlay.Inventory;
using Outlay.Optimization.Bill;
using Outlay.Optimization.Prices;
using Outlay.Optimization.Rules;

namespace Outlay.Optimization.Tests.Given;

/// <summary>Scans and metrics that a test states, and the context that rules see.</summary>
internal static class GivenScan
{
    public static readonly DateTimeOffset Now = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero);

    public static RuleContext Context(
        IEnumerable<Resource> resources,
        IPrices prices,
        IResourceBills? bill = null,
        IReadOnlyList<MachineType>? types = null,
        RuleSettings? settings = null
    ) =>
        new(
            [
                new Snapshot
                {
                    Provider = "AWS",
                    Started = Now,
                    Finished = Now.AddMinutes(1),
                    MeasuredFrom = Now.AddDays(-14),
                    Accounts = [new ScannedAccount("111122223333", "Test", ["us-east-1"])],
                    Resources = [.. resources],
                    MachineTypes = types ?? [],
                },
            ],
            bill ?? new GivenBills(),
            prices,
            settings ?? new RuleSettings(),
            Now
        );

    /// <summary>A metric of 14 days whose value is a function of the hour since its start.</summary>
    public static Metric Hourly(
        string name,
        Statistic statistic,
        Func<int, double> value,
        int days = 14
    ) =>
        MetricPoints.Sum(
            name,
            statistic,
            3600,
            Now.AddDays(-days),
            Now,
            [
                .. Enumerable
                    .Range(0, days * 24)
                    .Select(h => (Now.AddDays(-days).AddHours(h), value(h))),
            ],
            keepWeek: true
        )!;

    /// <summary>A metric of 14 days that is always the same.</summary>
    public static Metric Constant(string name, Statistic statistic, double value, int days = 14) =>
        Hourly(name, statistic, _ => value, days);
}
