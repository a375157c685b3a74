using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Tests.Given;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Tests.Databases;

public sealed class DatabaseRuleTests
{
    private const double Gib = 1073741824;

    private static readonly GivenPrices Prices = new GivenPrices()
        .Item("database/mysql/db.m5.xlarge", 0.342m)
        .Item("database/mysql/db.m5.large", 0.171m)
        .Item("database/mysql/db.m5.medium", 0.0855m)
        .Item("database/mysql/db.m5.24xlarge", 8m)
        .Item("database/mysql/db.m6g.24xlarge", 7m)
        .Item("database/mysql/db.m6g.xlarge", 0.304m)
        .Item("database/mysql/db.t3.medium", 0.068m)
        .Item("database/mysql/db.t3.small", 0.034m)
        .Item("database/mysql/db.m4.large", 0.175m)
        .Item("database/mysql/db.m6g.large", 0.152m)
        .Item("database/extended-support/year1/vcpu-hour", 0.1m)
        .Item("database/extended-support/year3/vcpu-hour", 0.2m);

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
        MemoryGib = 16,
        CreatedAt = GivenScan.Now.AddDays(-200),
    };

    [Fact]
    public void A_database_that_nobody_connects_to_saves_its_machine()
    {
        var found = GivenVerdicts.Found("idle-database", Context(Connected(Shop, 0)));
        found.MonthlySaving.ShouldBe(0.342m * 730);
        found.HowTo[0].Text.ShouldContain("--final-db-snapshot-identifier");
        GivenVerdicts
            .Found("idle-database", Context(Connected(Shop with { IsMultiZone = true }, 0)))
            .MonthlySaving.ShouldBe(0.342m * 1460);
    }

    [Fact]
    public void One_connection_a_replica_and_one_that_is_stopped_are_not_idle()
    {
        GivenVerdicts.IsSilent("idle-database", Context(Connected(Shop, 1)));
        GivenVerdicts.IsSilent(
            "idle-database",
            Context(Connected(Shop with { ReplicaOf = "main" }, 0))
        );
        GivenVerdicts.IsSilent(
            "idle-database",
            Context(Connected(Shop with { State = "stopped" }, 0))
        );
    }

    [Fact]
    public void Connections_that_were_not_measured_for_a_week_are_not_none()
    {
        GivenVerdicts.Unknown("idle-database", Context(Shop)).ShouldContain("week");
        GivenVerdicts.Unknown("idle-database", Context(Connected(Shop, 0, 6)));
    }

    [Fact]
    public void Only_lines_of_the_machine_are_its_cost()
    {
        var lines = new[] { Line("USE1-InstanceUsage:db.m5.xl", 60), Line("RDS:GP3-Storage", 40) };
        var found = GivenVerdicts.Found("idle-database", Context(Connected(Shop, 0), lines));
        found.MonthlySaving.ShouldBe(60m / 30 * 730 / 24, 1e-9m);
        found.Prices.ShouldBe(PriceSource.Bill);
    }

    [Fact]
    public void A_bill_of_its_storage_alone_leaves_the_machine_to_the_list()
    {
        var found = GivenVerdicts.Found(
            "idle-database",
            Context(Connected(Shop, 0), Line("RDS:GP3-Storage", 40))
        );
        found.MonthlySaving.ShouldBe(0.342m * 730);
        found.Prices.ShouldBe(PriceSource.List);
    }

    [Fact]
    public void Half_the_machine_is_proposed_where_it_carries_the_load()
    {
        var found = GivenVerdicts.Found("database-size", Context(Used(Shop, 40, 8)));
        found.Proposed.ShouldBe("db.m5.large");
        found.MonthlySaving.ShouldBe(0.171m * 730, 1e-6m);
        GivenVerdicts
            .Found(
                "database-size",
                Context(Used(Shop with { Type = "db.t3.medium", MemoryGib = 4 }, 20, 3))
            )
            .Proposed.ShouldBe("db.t3.small");
    }

    [Fact]
    public void Processors_or_memory_in_use_keep_the_machine()
    {
        GivenVerdicts.IsSilent("database-size", Context(Used(Shop, 41, 8)));
        GivenVerdicts.IsSilent("database-size", Context(Used(Shop, 40, 7.9)));
    }

    [Fact]
    public void Classes_that_do_not_exist_are_not_proposed()
    {
        GivenVerdicts.IsSilent(
            "database-size",
            Context(Used(Shop with { Type = "db.m5.large", MemoryGib = 8 }, 10, 6))
        );
        GivenVerdicts.IsSilent(
            "database-generation",
            Context(Shop with { Type = "db.m5.24xlarge" })
        );
    }

    [Fact]
    public void A_size_needs_both_measurements()
    {
        GivenVerdicts.Unknown("database-size", Context(Shop)).ShouldContain("not measured");
        var used = Used(Shop, 10, 12);
        GivenVerdicts.Unknown("database-size", Context(used with { Metrics = [used.Metrics[0]] }));
        GivenVerdicts.Unknown("database-size", Context(used with { Metrics = [used.Metrics[1]] }));
        GivenVerdicts.Unknown("database-size", Context(used with { MemoryGib = null }));
    }

    [Fact]
    public void An_older_class_takes_its_successor()
    {
        var found = GivenVerdicts.Found("database-generation", Context(Shop));
        found.Proposed.ShouldBe("db.m6g.xlarge");
        found.MonthlySaving.ShouldBe(0.038m * 730, 1e-6m);
        GivenVerdicts
            .Found("database-generation", Context(Shop with { Type = "db.m4.large" }))
            .Proposed.ShouldBe("db.m6g.large");
    }

    [Fact]
    public void Without_arm_the_next_class_of_x86_is_taken_and_the_newest_stays()
    {
        var context = Context(Shop with { Type = "db.m4.large" });
        GivenVerdicts
            .Found(
                "database-generation",
                context with
                {
                    Settings = new RuleSettings { ProposeArm = false },
                }
            )
            .Proposed.ShouldBe("db.m5.large");
        GivenVerdicts.IsSilent("database-generation", Context(Shop with { Type = "db.m6g.large" }));
    }

    [Fact]
    public void A_standby_outside_production_is_half_of_the_machine()
    {
        var found = GivenVerdicts.Found(
            "second-zone",
            Context(Shop with { IsMultiZone = true, Tags = GivenMachines.Development })
        );
        found.MonthlySaving.ShouldBe(0.342m * 730);
        found.MonthlyCost.ShouldBe(0.342m * 1460);
        GivenVerdicts.IsSilent("second-zone", Context(Shop with { IsMultiZone = true }));
        GivenVerdicts.IsSilent(
            "second-zone",
            Context(Shop with { Tags = GivenMachines.Development })
        );
    }

    [Theory]
    [InlineData("mysql", "8.0.36", 292)]
    [InlineData("mysql", "5.7.44", 584)]
    [InlineData("postgres", "13.4", 292)]
    public void Extended_support_is_charged_by_processor(
        string engine,
        string version,
        double saving
    ) =>
        GivenVerdicts
            .Found(
                "engine-support",
                Context(Shop with { Engine = engine, EngineVersion = version })
            )
            .MonthlySaving.ShouldBe((decimal)saving);

    [Fact]
    public void Extended_support_is_charged_for_the_standby_too() =>
        GivenVerdicts
            .Found(
                "engine-support",
                Context(Shop with { EngineVersion = "8.0.36", IsMultiZone = true })
            )
            .MonthlySaving.ShouldBe(584m);

    [Theory]
    [InlineData("mysql", "8.4.3")]
    [InlineData("postgres", "16.2")]
    [InlineData("mariadb", "10.6")]
    public void Versions_in_standard_support_are_left_alone(string engine, string version) =>
        GivenVerdicts.IsSilent(
            "engine-support",
            Context(Shop with { Engine = engine, EngineVersion = version })
        );

    [Fact]
    public void What_the_bill_says_of_extended_support_comes_first() =>
        GivenVerdicts
            .Found(
                "engine-support",
                Context(
                    Shop with
                    {
                        EngineVersion = "8.0.36",
                    },
                    Line("USE1-ExtendedSupport:Yr1-Yr2:MySQL8.0", 90)
                )
            )
            .MonthlySaving.ShouldBe(90m / 30 * 730 / 24, 1e-9m);

    private static Database Connected(Database database, double connections, int days = 14) =>
        database with
        {
            Metrics =
            [
                GivenScan.Constant(MetricNames.Connections, Statistic.Maximum, connections, days),
            ],
        };

    private static Database Used(Database database, double cpu, double freeGib) =>
        database with
        {
            Metrics =
            [
                GivenScan.Constant(MetricNames.Cpu, Statistic.Maximum, cpu),
                GivenScan.Constant(MetricNames.FreeMemory, Statistic.Minimum, freeGib * Gib),
            ],
        };

    private static BillLine Line(string meter, decimal cost) =>
        new()
        {
            Provider = "AWS",
            ResourceId = Shop.Name,
            ChargeCategory = "Usage",
            Meter = meter,
            Currency = "USD",
            EffectiveCost = cost,
            ContractedCost = cost,
            ListCost = cost,
            Days = 30,
        };

    private static RuleContext Context(Database database, params BillLine[] lines) =>
        GivenScan.Context([database], Prices, new GivenBills().With(lines));
}
