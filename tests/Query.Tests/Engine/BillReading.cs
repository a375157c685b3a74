using Outlay.Kernel;
using Outlay.Query.Bill;
using Outlay.Testing;
using static Outlay.Testing.LakeBuilder;

namespace Outlay.Query.Tests.Engine;

public sealed class BillReading : IDisposable
{
    private static readonly DateRange October = new(new(2026, 10, 1), new(2026, 11, 1));
    private readonly LakeBuilder _lake = new();
    private readonly TestEngine _engine;

    public BillReading() => _engine = new TestEngine(_lake);

    public void Dispose()
    {
        _engine.Dispose();
        _lake.Dispose();
    }

    [Fact]
    public async Task An_empty_lake_has_no_lines() => (await Lines()).ShouldBeEmpty();

    [Fact]
    public async Task Charges_of_one_resource_and_price_are_one_line_with_its_days()
    {
        _lake.Publish(
            "aws",
            "2026-10",
            [
                Disk("2026-10-05", "1"),
                Disk("2026-10-05T05:00:00", "2"),
                Disk("2026-10-07", "3"),
                Charge("2026-10-07", "9", ("ResourceId", "vol-1"), ("SkuPriceId", "other")),
            ]
        );

        var lines = await Lines();

        lines.Count.ShouldBe(2);
        var disk = lines.Single(l => l.SkuPriceId == "gp2");
        disk.EffectiveCost.ShouldBe(6m);
        disk.PricingQuantity.ShouldBe(30m);
        disk.Days.ShouldBe(2);
        disk.FirstDay.ShouldBe(new DateOnly(2026, 10, 5));
        disk.LastDay.ShouldBe(new DateOnly(2026, 10, 7));
        disk.Meter.ShouldBe("EBS:VolumeUsage.gp2");
        disk.MachineType.ShouldBe("m5.large");
    }

    [Fact]
    public async Task Lines_add_up_to_the_bill_of_the_days_and_nothing_else()
    {
        _lake.Publish("aws", "2026-10", [Disk("2026-10-31T23:00:00", "1.000000000000000001")]);
        _lake.Publish("azure", "2026-10", [Charge("2026-10-02", "2", ("x_MeterName", "P10"))]);
        _lake.Publish("aws", "2026-11", [Disk("2026-11-01", "4")]);

        var lines = await Lines();

        lines.Sum(l => l.BilledCost).ShouldBe(3.000000000000000001m);
        lines.Select(l => l.Meter).Order().ShouldBe(["EBS:VolumeUsage.gp2", "P10"]);
    }

    [Fact]
    public async Task The_later_half_of_the_days_is_summed_apart()
    {
        // October has 31 days: the later half begins with the 16th.
        _lake.Publish(
            "aws",
            "2026-10",
            [
                Disk("2026-10-15T23:00:00", "1"),
                Disk("2026-10-16", "2"),
                Disk("2026-10-31T23:00:00", "4"),
            ]
        );

        var disk = (await Lines()).ShouldHaveSingleItem();
        disk.EffectiveCost.ShouldBe(7m);
        disk.LaterCost.ShouldBe(6m);
    }

    [Fact]
    public async Task Hours_are_of_computing_and_databases_only_and_say_their_length()
    {
        (string, string?)[] compute =
        [
            ("ServiceCategory", "Compute"),
            ("PricingCategory", "Standard"),
        ];
        _lake.Publish(
            "aws",
            "2026-10",
            [
                Charge("2026-10-05T01:00:00", "2", compute),
                Charge("2026-10-05T00:00:00", "1", compute),
                Charge(
                    "2026-10-06",
                    "24",
                    [.. compute, ("ChargePeriodEnd", "2026-10-07 00:00:00")]
                ),
                Charge("2026-10-05", "5", ("ServiceCategory", "Storage")),
                Charge(
                    "2026-10-07",
                    "7",
                    ("ServiceCategory", "Databases"),
                    ("x_Operation", "CreateDBInstance:0014")
                ),
            ]
        );

        var hours = new List<HourLine>();
        var read = await _engine.Bills.HoursAsync(
            October,
            hours.Add,
            TestContext.Current.CancellationToken
        );

        read.Value.ShouldBe(4);
        hours.Select(h => h.ContractedCost).Order().ShouldBe([1m, 2m, 7m, 24m]);
        hours.Where(h => h.Operation is null).Select(h => h.Hours).ShouldBe([1, 1, 24]);
        hours.Single(h => h.Operation == "CreateDBInstance:0014").ContractedCost.ShouldBe(7m);
    }

    private static Dictionary<string, string?> Disk(string start, string cost) =>
        Charge(
            start,
            cost,
            ("ResourceId", "vol-1"),
            ("SkuPriceId", "gp2"),
            ("PricingQuantity", "10"),
            ("x_UsageType", "EBS:VolumeUsage.gp2"),
            ("SkuPriceDetails", "{InstanceType=m5.large}")
        );

    private async Task<List<BillLine>> Lines()
    {
        var lines = new List<BillLine>();
        var read = await _engine.Bills.LinesAsync(
            October,
            lines.Add,
            TestContext.Current.CancellationToken
        );
        read.Value.ShouldBe(lines.Count);
        return lines;
    }
}
