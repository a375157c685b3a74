using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Tests.Given;

namespace Outlay.Optimization.Tests.Compute;

public sealed class RightsizeMachineTests
{
    private const string Rule = "rightsize-machine";

    private static readonly GivenPrices Prices = new GivenPrices()
        .Machine("m5.4xlarge", 0.768m)
        .Machine("m5.2xlarge", 0.384m)
        .Machine("m5.xlarge", 0.192m)
        .Machine("m5.large", 0.096m)
        .Machine("r5.2xlarge", 0.504m)
        .Machine("m6g.2xlarge", 0.308m)
        .Machine("m4.2xlarge", 0.4m);

    private static readonly MachineType[] Types =
    [
        GivenMachines.Type("m5.4xlarge", 16, 64),
        GivenMachines.Type("m5.2xlarge", 8, 32),
        GivenMachines.Type("m5.xlarge", 4, 16),
        GivenMachines.Type("m5.large", 2, 8),
        GivenMachines.Type("r5.2xlarge", 8, 64),
        GivenMachines.Type("m6g.2xlarge", 8, 32, "arm64"),
        GivenMachines.Type("m4.2xlarge", 8, 32) with
        {
            IsCurrent = false,
        },
    ];

    [Fact]
    public void The_cheapest_type_that_carries_both_needs_is_taken()
    {
        var found = GivenVerdicts.Found(Rule, Context(cpu: 30, memory: 30));
        found.Proposed.ShouldBe("m5.2xlarge, 8 vCPU, 32 GiB");
        found.MonthlySaving.ShouldBe(0.384m * 730);
        found.MonthlyCost.ShouldBe(0.768m * 730);
        found
            .Alternatives.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(
                a => a.Proposed.ShouldStartWith("r5.2xlarge"),
                a => a.MonthlySaving.ShouldBe(0.264m * 730)
            );
    }

    [Fact]
    public void Headroom_keeps_a_size_that_would_just_do()
    {
        GivenVerdicts
            .Found(Rule, Context(cpu: 40, memory: 40))
            .Proposed.ShouldNotBeNull()
            .ShouldStartWith("m5.2xlarge");
        GivenVerdicts.IsSilent(Rule, Context(cpu: 40.5, memory: 40));
        GivenVerdicts
            .Found(Rule, Context(cpu: 40, memory: 40.5))
            .Proposed.ShouldNotBeNull()
            .ShouldStartWith("r5.2xlarge");
    }

    [Fact]
    public void Memory_that_was_not_measured_stays()
    {
        var found = GivenVerdicts.Found(Rule, Context(cpu: 5, memory: null));
        found.Proposed.ShouldNotBeNull().ShouldStartWith("r5.2xlarge");
        found.MonthlySaving.ShouldBe(0.264m * 730);
        found.Risk.ShouldBeGreaterThanOrEqualTo(1);
        found.Confidence.ShouldBe(0.5, 0.01);
    }

    [Fact]
    public void Outside_production_less_stays_free()
    {
        var context = Context(cpu: 44, memory: 44, GivenMachines.Development);
        GivenVerdicts.Found(Rule, context).Proposed.ShouldNotBeNull().ShouldStartWith("m5.2xlarge");
        GivenVerdicts.IsSilent(Rule, Context(cpu: 44, memory: 44));
    }

    [Fact]
    public void Bandwidth_that_is_used_must_be_there()
    {
        var machine = GivenMachines.Machine(
            "m5.4xlarge",
            [
                .. GivenMachines.Cpu(10, 10),
                GivenMachines.Memory(10),
                .. GivenMachines.Traffic(3600e9 / 8),
            ]
        );
        MachineType[] types =
        [
            GivenMachines.Type("m5.4xlarge", 16, 64) with
            {
                NetworkGbps = 5,
            },
            GivenMachines.Type("m5.2xlarge", 8, 32) with
            {
                NetworkGbps = 1.25,
            },
            GivenMachines.Type("m5.xlarge", 4, 16) with
            {
                NetworkGbps = 1.2,
            },
        ];
        GivenVerdicts
            .Found(Rule, GivenScan.Context([machine], Prices, types: types))
            .Proposed.ShouldNotBeNull()
            .ShouldStartWith("m5.2xlarge");
    }

    [Fact]
    public void A_machine_that_is_well_used_stays() =>
        GivenVerdicts.IsSilent(Rule, Context(cpu: 70, memory: 70));

    [Fact]
    public void What_was_not_measured_or_has_no_price_is_not_judged()
    {
        GivenVerdicts
            .Unknown(Rule, GivenScan.Context([Machine([])], Prices, types: Types))
            .ShouldContain("processor");
        GivenVerdicts
            .Unknown(Rule, GivenScan.Context([Machine(GivenMachines.Cpu(1, 1))], Prices, types: []))
            .ShouldContain("m5.4xlarge");
        GivenVerdicts
            .Unknown(
                Rule,
                GivenScan.Context(
                    [Machine(GivenMachines.Cpu(1, 1))],
                    new GivenPrices(),
                    types: Types
                )
            )
            .ShouldContain("rate card");
    }

    private static VirtualMachine Machine(Metric[] metrics) =>
        GivenMachines.Machine("m5.4xlarge", metrics);

    private static RuleContext Context(
        double cpu,
        double? memory,
        IReadOnlyDictionary<string, string>? tags = null
    ) =>
        GivenScan.Context(
            [
                Machine([
                    .. GivenMachines.Cpu(cpu, cpu),
                    .. memory is { } percent ? [GivenMachines.Memory(percent)] : (Metric[])[],
                ]) with
                {
                    Tags = tags ?? new Dictionary<string, string>(),
                },
            ],
            Prices,
            types: Types
        );
}
