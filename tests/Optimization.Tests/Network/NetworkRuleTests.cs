using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Tests.Given;

namespace Outlay.Optimization.Tests.Network;

public sealed class NetworkRuleTests
{
    private static readonly GivenPrices Prices = new GivenPrices()
        .Item("address/idle/hour", 0.005m)
        .Item("address/standard/hour", 0.004m)
        .Item("nat/hour", 0.045m)
        .Item("endpoint/interface/hour", 0.01m)
        .Item("load-balancer/application/hour", 0.0225m);

    private static readonly PublicAddress Address = new()
    {
        Provider = "AWS",
        AccountId = "111122223333",
        Region = "us-east-1",
        Id = "eipalloc-1",
        Name = "arn:eipalloc-1",
        Address = "203.0.113.7",
    };

    private static readonly NatGateway Gateway = new()
    {
        Provider = "AWS",
        AccountId = "111122223333",
        Region = "us-east-1",
        Id = "nat-1",
        Name = "arn:nat-1",
        State = "available",
    };

    private static readonly NetworkEndpoint Endpoint = new()
    {
        Provider = "AWS",
        AccountId = "111122223333",
        Region = "us-east-1",
        Id = "vpce-1",
        Name = "arn:vpce-1",
        Service = "sqs",
        Zones = 3,
    };

    private static readonly LoadBalancer Balancer = new()
    {
        Provider = "AWS",
        AccountId = "111122223333",
        Region = "us-east-1",
        Id = "web",
        Name = "arn:web",
        Type = "application",
        Targets = 2,
    };

    [Fact]
    public void An_address_that_nothing_uses_saves_its_hours()
    {
        GivenVerdicts.Found("idle-address", Context(Address)).MonthlySaving.ShouldBe(3.65m);
        GivenVerdicts
            .Found("idle-address", Context(Address with { Provider = "Microsoft" }))
            .MonthlySaving.ShouldBe(2.92m);
        GivenVerdicts
            .Found(
                "idle-address",
                Context(Address with { BoundTo = "i-1", IsTargetRunning = false })
            )
            .Confidence.ShouldBeLessThan(0.8);
    }

    [Fact]
    public void An_address_of_something_that_runs_or_is_not_known_stays()
    {
        GivenVerdicts.IsSilent(
            "idle-address",
            Context(Address with { BoundTo = "i-1", IsTargetRunning = true })
        );
        GivenVerdicts.IsSilent("idle-address", Context(Address with { BoundTo = "eni-1" }));
    }

    [Fact]
    public void A_gateway_without_a_connection_saves_its_hours()
    {
        var found = GivenVerdicts.Found("idle-nat-gateway", Context(Connected(Gateway, 0)));
        found.MonthlySaving.ShouldBe(32.85m);
        GivenVerdicts.IsSilent(
            "idle-nat-gateway",
            Context(
                Gateway with
                {
                    Metrics =
                    [
                        GivenScan.Hourly(
                            MetricNames.Connections,
                            Statistic.Maximum,
                            h => h == 7 ? 1 : 0
                        ),
                    ],
                }
            )
        );
    }

    [Fact]
    public void A_gateway_that_no_route_leads_to_needs_no_measurement()
    {
        GivenVerdicts
            .Found("idle-nat-gateway", Context(Gateway with { Routes = 0 }))
            .MonthlySaving.ShouldBe(32.85m);
        GivenVerdicts
            .Unknown("idle-nat-gateway", Context(Gateway with { Routes = 1 }))
            .ShouldContain("not measured");
        GivenVerdicts.Unknown("idle-nat-gateway", Context(Gateway));
    }

    [Fact]
    public void Days_of_silence_are_no_week_for_a_gateway() =>
        GivenVerdicts.IsSilent("idle-nat-gateway", Context(Connected(Gateway, 0, 3)));

    [Fact]
    public void An_endpoint_without_a_byte_saves_its_hours_in_each_zone()
    {
        GivenVerdicts.Found("idle-endpoint", Context(Bytes(0))).MonthlySaving.ShouldBe(3 * 7.3m);
        GivenVerdicts.IsSilent("idle-endpoint", Context(Bytes(1)));
        GivenVerdicts.IsSilent("idle-endpoint", Context(Bytes(0) with { IsGateway = true }));
    }

    [Fact]
    public void An_endpoint_that_was_not_measured_for_two_weeks_is_not_judged()
    {
        GivenVerdicts.Unknown("idle-endpoint", Context(Endpoint)).ShouldContain("two weeks");
        GivenVerdicts.Unknown("idle-endpoint", Context(Bytes(0, 12)));
    }

    [Fact]
    public void A_balancer_without_a_target_or_a_request_saves_its_hours()
    {
        GivenVerdicts
            .Found("idle-load-balancer", Context(Balancer with { Targets = 0 }))
            .MonthlySaving.ShouldBe(16.425m);
        GivenVerdicts
            .Found("idle-load-balancer", Context(Requested(0)))
            .Why.ShouldContain("no request");
        GivenVerdicts.IsSilent("idle-load-balancer", Context(Requested(1)));
        GivenVerdicts.IsSilent("idle-load-balancer", Context(Requested(0, 6)));
    }

    [Fact]
    public void A_balancer_whose_requests_were_not_measured_is_not_judged()
    {
        GivenVerdicts
            .Unknown("idle-load-balancer", Context(Balancer))
            .ShouldContain("not measured");
        GivenVerdicts.Unknown("idle-load-balancer", Context(Balancer with { Targets = null }));
    }

    private static NatGateway Connected(NatGateway gateway, double connections, int days = 14) =>
        gateway with
        {
            Routes = 2,
            Metrics =
            [
                GivenScan.Constant(MetricNames.Connections, Statistic.Maximum, connections, days),
            ],
        };

    private static NetworkEndpoint Bytes(double bytes, int days = 14) =>
        Endpoint with
        {
            Metrics = [GivenScan.Constant(MetricNames.Bytes, Statistic.Sum, bytes, days)],
        };

    private static LoadBalancer Requested(double requests, int days = 14) =>
        Balancer with
        {
            Metrics = [GivenScan.Constant(MetricNames.Requests, Statistic.Sum, requests, days)],
        };

    private static RuleContext Context(Resource resource) => GivenScan.Context([resource], Prices);
}
