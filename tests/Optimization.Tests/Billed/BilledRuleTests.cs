using Outlay.Inventory;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Tests.Given;

namespace Outlay.Optimization.Tests.Billed;

public sealed class BilledRuleTests
{
    private const decimal ToMonth = 730m / 24 / 30;

    [Theory]
    [InlineData("bill-old-machine", "BoxUsage:m4.xlarge", 0.04, 0.04)]
    [InlineData("bill-task-arm", "USE2-Fargate-vCPU-Hours:perCPU", 0.1, 0.2)]
    [InlineData("bill-task-arm", "Fargate-GB-Hours", 0.1, 0.2)]
    [InlineData("bill-function-arm", "USE2-Lambda-GB-Second", 0.1, 0.2)]
    [InlineData("bill-machine-arm", "USE2-BoxUsage:m5.xlarge", 0.1, 0.2)]
    [InlineData("bill-warm-function", "USE2-Lambda-Provisioned-Concurrency", 1, 1)]
    [InlineData("bill-gp2", "EBS:VolumeUsage.gp2", 0.2, 0.2)]
    [InlineData("bill-idle-address", "USE2-ElasticIP:IdleAddress", 1, 1)]
    [InlineData("bill-idle-address", "PublicIPv4:IdleAddress", 1, 1)]
    [InlineData("bill-idle-nat", "NatGateway-Hours", 1, 1)]
    [InlineData("bill-idle-balancer", "EUW1-LoadBalancerUsage", 1, 1)]
    [InlineData("bill-idle-endpoint", "USE2-VpcEndpoint-Hours", 1, 1)]
    [InlineData("bill-snapshots", "EBS:SnapshotUsage", 0.1, 0.5)]
    [InlineData("bill-bucket-class", "TimedStorage-ByteHrs", 0.05, 0.4)]
    [InlineData("bill-zone-traffic", "DataTransfer-Regional-Bytes", 0.05, 0.5)]
    [InlineData("bill-nat-traffic", "NatGateway-Bytes", 0.1, 0.6)]
    [InlineData("bill-extended-support", "USE2-ExtendedSupport:Yr1-Yr2:MySQL5.7", 1, 1)]
    public void A_meter_tells_its_finding_with_the_least_that_it_saves(
        string rule,
        string meter,
        double least,
        double most
    )
    {
        var found = GivenVerdicts
            .Billed(rule, Context(), GivenLines.Of(meter, 20), GivenLines.Of(meter, 10))
            .ShouldHaveSingleItem();
        found.Rule.ShouldBe(rule);
        found.MonthlyCost.ShouldBe(30m * ToMonth, 1e-9m);
        found.MonthlySaving.ShouldBe(30m * ToMonth * (decimal)least, 1e-9m);
        (found.Range?.Most ?? found.MonthlySaving).ShouldBe(30m * ToMonth * (decimal)most, 1e-9m);
        found.Subject.BillId.ShouldBe("arn:thing");
    }

    [Theory]
    [InlineData("bill-old-machine", "BoxUsage:m5.xlarge")]
    [InlineData("bill-old-database", "InstanceUsage:db.m6g.xlarge")]
    [InlineData("bill-task-arm", "Fargate-ARM-vCPU-Hours:perCPU")]
    [InlineData("bill-task-arm", "SpotUsage-Fargate-vCPU-Hours:perCPU")]
    [InlineData("bill-task-arm", "Fargate-EphemeralStorage-GB-Hours")]
    [InlineData("bill-function-arm", "Lambda-GB-Second-ARM")]
    [InlineData("bill-function-arm", "Lambda-Provisioned-GB-Second")]
    [InlineData("bill-machine-arm", "BoxUsage:m6g.xlarge")]
    [InlineData("bill-machine-arm", "SpotUsage:m5.xlarge")]
    [InlineData("bill-warm-function", "Lambda-GB-Second")]
    [InlineData("bill-gp2", "EBS:VolumeUsage.gp3")]
    [InlineData("bill-idle-address", "PublicIPv4:InUseAddress")]
    [InlineData("bill-bucket-class", "TimedStorage-SIA-ByteHrs")]
    [InlineData("bill-zone-traffic", "DataTransfer-Out-Bytes")]
    [InlineData("bill-nat-traffic", "NatGateway-Hours")]
    [InlineData("bill-snapshots", "EBS:VolumeUsage.gp3")]
    [InlineData("bill-logs", "VendedLog-Bytes")]
    [InlineData("bill-extended-support", "InstanceUsage:db.m5.large")]
    public void Another_meter_tells_nothing(string rule, string meter) =>
        GivenVerdicts.Billed(rule, Context(), GivenLines.Of(meter, 30)).ShouldBeEmpty();

    [Theory]
    [InlineData("bill-idle-nat", "NatGateway-Hours", "NatGateway-Bytes")]
    [InlineData("bill-idle-balancer", "LoadBalancerUsage", "LCUUsage")]
    [InlineData("bill-idle-endpoint", "VpcEndpoint-Hours", "VpcEndpoint-Bytes")]
    [InlineData(
        "bill-warm-function",
        "Lambda-Provisioned-Concurrency",
        "Lambda-Provisioned-GB-Second"
    )]
    public void What_is_used_is_not_idle_whichever_line_comes_first(
        string rule,
        string hours,
        string use
    )
    {
        GivenVerdicts
            .Billed(rule, Context(), GivenLines.Of(hours, 30), GivenLines.Of(use, 0))
            .ShouldBeEmpty();
        GivenVerdicts
            .Billed(rule, Context(), GivenLines.Of(use, 0), GivenLines.Of(hours, 30))
            .ShouldBeEmpty();
        GivenVerdicts
            .Billed(
                rule,
                Context(),
                GivenLines.Of(hours, 30),
                GivenLines.Of(use, 0) with
                {
                    ResourceId = "arn:other",
                }
            )
            .ShouldHaveSingleItem();
        GivenVerdicts
            .Billed(
                rule,
                Context(),
                GivenLines.Of(hours, 30),
                GivenLines.Of(use, 0) with
                {
                    PricingQuantity = 0,
                }
            )
            .ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("bill-idle-nat", "NatGateway-Hours", "NatGateway-Bytes")]
    [InlineData("bill-idle-balancer", "LoadBalancerUsage", "LCUUsage")]
    [InlineData("bill-idle-endpoint", "VpcEndpoint-Hours", "VpcEndpoint-Bytes")]
    [InlineData(
        "bill-warm-function",
        "Lambda-Provisioned-Concurrency",
        "Lambda-Provisioned-GB-Second"
    )]
    public void A_bill_that_names_no_resources_cannot_tell_which_is_idle(
        string rule,
        string hours,
        string use
    ) =>
        GivenVerdicts
            .Billed(
                rule,
                Context(),
                GivenLines.Of(hours, 30) with
                {
                    ResourceId = null,
                },
                GivenLines.Of(use, 5) with
                {
                    ResourceId = null,
                }
            )
            .ShouldBeEmpty();

    [Fact]
    public void What_a_scan_has_seen_is_left_to_the_rules_of_scans() =>
        GivenVerdicts
            .Billed(
                "bill-gp2",
                GivenScan.Context(
                    [GivenDisks.Disk("vol-1", "gp2", 100)],
                    new GivenPrices(),
                    new GivenBills()
                ),
                GivenLines.Of("EBS:VolumeUsage.gp2", 10) with
                {
                    ResourceId = "vol-1",
                },
                GivenLines.Of("EBS:VolumeUsage.gp2", 10) with
                {
                    ResourceId = "arn:aws:ec2:us-east-1:111122223333:volume/vol-1",
                },
                GivenLines.Of("EBS:VolumeUsage.gp2", 10) with
                {
                    ResourceId = "vol-2",
                }
            )
            .ShouldHaveSingleItem()
            .Subject.Name.ShouldBe("vol-2");

    [Fact]
    public void Accounts_and_currencies_are_never_added()
    {
        var line = GivenLines.Of("DataTransfer-Regional-Bytes", 10) with { ResourceId = null };
        GivenVerdicts
            .Billed(
                "bill-zone-traffic",
                Context(),
                line,
                line,
                line with
                {
                    AccountId = "2",
                },
                line with
                {
                    Currency = "EUR",
                }
            )
            .Select(r => (r.Subject.AccountId, r.Currency, Math.Round(r.MonthlyCost / ToMonth)))
            .Order()
            .ShouldBe([("1", "EUR", 10m), ("1", "USD", 20m), ("2", "USD", 10m)]);
    }

    [Fact]
    public void Taxes_credits_and_what_commitments_price_tell_nothing()
    {
        var line = GivenLines.Of("BoxUsage:m4.xlarge", 30);
        GivenVerdicts
            .Billed(
                "bill-old-machine",
                Context(),
                line with
                {
                    ChargeCategory = "Tax",
                },
                line with
                {
                    EffectiveCost = -5,
                },
                line with
                {
                    PricingCategory = "Committed",
                }
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public void Older_classes_of_databases_save_what_the_card_says() =>
        GivenVerdicts
            .Billed("bill-old-database", Context(), GivenLines.Of("Multi-AZUsage:db.m5.xlarge", 30))
            .ShouldHaveSingleItem()
            .MonthlySaving.ShouldBe(30m * ToMonth * (1 - 0.152m / 0.171m), 1e-6m);

    [Fact]
    public void Older_series_of_other_clouds_are_told_by_their_names()
    {
        var azure = GivenLines.Of("D2 v2", 30) with
        {
            Provider = "Microsoft",
            Service = "Virtual Machines",
        };
        GivenVerdicts
            .Billed("bill-old-machine", Context(), azure)
            .ShouldHaveSingleItem()
            .MonthlySaving.ShouldBe(6m * ToMonth, 1e-9m);
        GivenVerdicts
            .Billed("bill-old-machine", Context(), azure with { Meter = "D2s v5" })
            .ShouldBeEmpty();
        GivenVerdicts
            .Billed(
                "bill-old-machine",
                Context(),
                GivenLines.Of("9B1E", 30) with
                {
                    Provider = "Google Cloud",
                    Description = "N1 Predefined Instance Core running in Americas",
                }
            )
            .ShouldHaveSingleItem()
            .MonthlySaving.ShouldBe(3.3m * ToMonth, 1e-9m);
    }

    [Theory]
    [InlineData("RunInstances:0002", "Standard")]
    [InlineData(null, "Standard")]
    [InlineData("RunInstances", "Committed")]
    public void Windows_unknown_licences_and_committed_machines_are_not_sent_to_ARM(
        string? operation,
        string pricing
    ) =>
        GivenVerdicts
            .Billed(
                "bill-machine-arm",
                Context(),
                GivenLines.Of("BoxUsage:m5.xlarge", 30) with
                {
                    Operation = operation,
                    PricingCategory = pricing,
                }
            )
            .ShouldBeEmpty();

    [Fact]
    public void Logs_are_those_of_the_service_of_logs()
    {
        var logs = GivenLines.Of("USE2-DataProcessing-Bytes", 30) with
        {
            Service = "Amazon CloudWatch",
        };
        GivenVerdicts
            .Billed("bill-logs", Context(), logs)
            .ShouldHaveSingleItem()
            .MonthlySaving.ShouldBe(3m * ToMonth, 1e-9m);
        GivenVerdicts
            .Billed("bill-logs", Context(), logs with { Service = "Elastic Load Balancing" })
            .ShouldBeEmpty();
    }

    [Fact]
    public void Of_very_many_the_largest_are_kept()
    {
        var found = GivenVerdicts.Billed(
            "bill-gp2",
            Context(),
            [
                .. Enumerable
                    .Range(1, 25_000)
                    .Select(i =>
                        GivenLines.Of("EBS:VolumeUsage.gp2", i) with
                        {
                            ResourceId = $"vol-{i}",
                        }
                    ),
            ]
        );
        found.Count.ShouldBe(2000);
        found[0].Subject.Name.ShouldBe("vol-25000");
        found[^1].Subject.Name.ShouldBe("vol-23001");
    }

    private static RuleContext Context() =>
        GivenScan.Context(Array.Empty<Resource>(), new GivenPrices());
}
