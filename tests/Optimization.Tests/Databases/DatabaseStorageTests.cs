using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Tests.Given;

namespace Outlay.Optimization.Tests.Databases;

public sealed class DatabaseStorageTests
{
    private const string Rule = "database-storage";

    private static readonly GivenPrices Prices = new GivenPrices()
        .Item("database/storage/io1/gib-month", 0.125m)
        .Item("database/storage/io1/iops-month", 0.1m)
        .Item("database/storage/gp3/gib-month", 0.115m)
        .Item("database/storage/gp3/iops-month", 0.02m);

    private static readonly Database Shop = new()
    {
        Provider = "AWS",
        AccountId = "111122223333",
        Region = "us-east-1",
        Id = "shop",
        Name = "arn:aws:rds:us-east-1:111122223333:db:shop",
        Engine = "mysql",
        EngineVersion = "8.4.3",
        Type = "db.m5.xlarge",
        State = "available",
        StorageType = "io1",
        StorageGib = 500,
        Iops = 10000,
        CreatedAt = GivenScan.Now.AddDays(-200),
    };

    [Fact]
    public void Operations_that_gp3_includes_save_what_was_provisioned()
    {
        var found = GivenVerdicts.Found(Rule, Context(Busy(Shop, 2000, 1500)));
        found.MonthlyCost.ShouldBe(500 * 0.125m + 10000 * 0.1m);
        found.MonthlySaving.ShouldBe(500 * 0.125m + 1000m - 500 * 0.115m, 1e-9m);
        found.Why.ShouldContain("3,500 operations a second");
        found.HowTo[0].Text.ShouldContain("--storage-type gp3 --iops 12000");
    }

    [Fact]
    public void Operations_above_what_is_included_are_bought()
    {
        var found = GivenVerdicts.Found(
            Rule,
            Context(Busy(Shop with { Iops = 20000 }, 6000, 2000))
        );
        found.MonthlySaving.ShouldBe(500 * 0.125m + 2000m - (500 * 0.115m + 4000 * 0.02m), 1e-9m);
        found.Proposed.ShouldBe("gp3, 500 GiB, 16,000 IOPS");
    }

    [Fact]
    public void A_standby_in_another_zone_doubles_both() =>
        GivenVerdicts
            .Found(Rule, Context(Busy(Shop with { IsMultiZone = true }, 100, 100)))
            .MonthlyCost.ShouldBe(2 * (500 * 0.125m + 1000m));

    [Fact]
    public void The_bill_of_its_storage_comes_before_rates()
    {
        var found = GivenVerdicts.Found(
            Rule,
            GivenScan.Context(
                [Busy(Shop, 100, 100)],
                Prices,
                new GivenBills().With(
                    GivenLines.Of("RDS:PIOPS", 400) with
                    {
                        ResourceId = Shop.Name,
                    },
                    GivenLines.Of("InstanceUsage:db.m5.xlarge", 900) with
                    {
                        ResourceId = Shop.Name,
                    }
                )
            )
        );
        found.MonthlyCost.ShouldBe(400m * 730 / 24 / 30, 1e-9m);
    }

    [Fact]
    public void Small_storage_has_three_thousand_and_no_more()
    {
        var small = Shop with { StorageGib = 300, Iops = 5000 };
        GivenVerdicts.IsSilent(Rule, Context(Busy(small, 1000, 600)));
        GivenVerdicts
            .Found(Rule, Context(Busy(small, 1000, 500)))
            .HowTo[0]
            .Text.ShouldNotContain("--iops");
    }

    [Fact]
    public void Other_storage_too_busy_a_database_and_one_without_metrics_are_left()
    {
        GivenVerdicts.IsSilent(Rule, Context(Busy(Shop with { StorageType = "gp3" }, 1, 1)));
        GivenVerdicts.IsSilent(Rule, Context(Busy(Shop, 30000, 3000)));
        GivenVerdicts.Unknown(Rule, Context(Shop)).ShouldContain("not measured");
    }

    private static Database Busy(Database database, double reads, double writes) =>
        database with
        {
            Metrics =
            [
                GivenScan.Hourly(
                    MetricNames.DiskReads,
                    Statistic.Sum,
                    h => (h == 9 ? reads : 10) * 3600
                ),
                GivenScan.Hourly(
                    MetricNames.DiskWrites,
                    Statistic.Sum,
                    h => (h == 9 ? writes : 10) * 3600
                ),
            ],
        };

    private static RuleContext Context(Database database) => GivenScan.Context([database], Prices);
}
