using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Tests.Given;

namespace Outlay.Optimization.Tests.Containers;

public sealed class ContainerRuleTests
{
    private static readonly GivenPrices Prices = new GivenPrices()
        .Item("fargate/linux/x86_64/vcpu-hour", 0.04m)
        .Item("fargate/linux/x86_64/gib-hour", 0.004m)
        .Item("fargate/linux/arm64/vcpu-hour", 0.032m)
        .Item("fargate/linux/arm64/gib-hour", 0.0032m);

    // Three tasks of one processor and 2 GiB: 0.048 an hour each.
    private const decimal Month = 3 * 0.048m * 730;

    private static readonly ContainerService Service = new()
    {
        Provider = "AWS",
        AccountId = "111122223333",
        Region = "us-east-1",
        Id = "web",
        Name = "arn:aws:ecs:us-east-1:111122223333:service/main/web",
        Cluster = "main",
        DesiredTasks = 3,
        RunningTasks = 3,
        CpuUnits = 1024,
        MemoryMib = 2048,
        IsServerless = true,
        CreatedAt = GivenScan.Now.AddDays(-200),
    };

    [Fact]
    public void Tasks_that_do_nothing_save_their_whole_cost()
    {
        var found = GivenVerdicts.Found("idle-service", Context(Measured(0.9, 10)));
        found.MonthlySaving.ShouldBe(Month);
        found.Action.ShouldBe(ActionKind.ScaleIn);
        found.HowTo[0].Text.ShouldContain("--desired-count 0");
    }

    [Fact]
    public void Tasks_that_run_a_little_are_not_idle_nor_those_of_a_young_service()
    {
        GivenVerdicts.IsSilent("idle-service", Context(Measured(1, 10)));
        GivenVerdicts.IsSilent("idle-service", Context(Measured(0, 0, days: 12)));
        GivenVerdicts.IsSilent("idle-service", Context(Service));
        GivenVerdicts.IsSilent(
            "idle-service",
            Context(Measured(0, 0) with { CreatedAt = GivenScan.Now.AddDays(-2) })
        );
    }

    [Fact]
    public void The_cheapest_size_that_carries_both_needs_is_taken()
    {
        // A fifth of a processor with a fifth on top is 256 units; 0.4 GiB with a fifth on top are 512 MiB.
        var found = GivenVerdicts.Found("task-size", Context(Measured(20, 20)));
        found.Proposed.ShouldBe("0.25 vCPU, 0.5 GiB");
        found.MonthlySaving.ShouldBe(Month * (1 - 0.012m / 0.048m), 1e-6m);
        GivenVerdicts
            .Found("task-size", Context(Measured(20.1, 20)))
            .Proposed.ShouldBe("0.5 vCPU, 1 GiB");
    }

    [Fact]
    public void What_a_container_asks_for_and_what_scaling_goes_by_stay()
    {
        GivenVerdicts
            .Found("task-size", Context(Measured(10, 10) with { LargestContainerMib = 1025 }))
            .Proposed.ShouldBe("0.25 vCPU, 2 GiB");
        GivenVerdicts
            .Found("task-size", Context(Measured(10, 10) with { ScalesBy = ["memory"] }))
            .Proposed.ShouldBe("0.25 vCPU, 2 GiB");
        GivenVerdicts.IsSilent("task-size", Context(Measured(10, 10) with { ScalesBy = ["cpu"] }));
        GivenVerdicts.IsSilent(
            "task-size",
            Context(Measured(10, 10) with { ScalesBy = ["steps"] })
        );
    }

    [Fact]
    public void Tasks_that_are_well_used_keep_their_size() =>
        GivenVerdicts.IsSilent("task-size", Context(Measured(60, 60)));

    [Fact]
    public void Without_a_day_of_measurements_no_size_is_proposed()
    {
        GivenVerdicts.Unknown("task-size", Context(Service)).ShouldContain("not measured");
        GivenVerdicts.Unknown(
            "task-size",
            Context(Service with { Metrics = [Measured(1, 1).Metrics[0]] })
        );
    }

    [Fact]
    public void Arm_costs_a_fifth_less()
    {
        var found = GivenVerdicts.Found("task-arm", Context(Service));
        found.MonthlySaving.ShouldBe(Month * 0.2m, 1e-6m);
        GivenVerdicts.IsSilent("task-arm", Context(Service with { Architecture = "arm64" }));
        GivenVerdicts.IsSilent("task-arm", Context(Service with { OperatingSystem = "windows" }));
        GivenVerdicts.IsSilent("task-arm", Context(Service with { IsServerless = false }));
        GivenVerdicts.IsSilent("task-arm", Context(Service with { RunningTasks = 0 }));
    }

    [Fact]
    public void Spare_capacity_outside_production_counts_half()
    {
        var found = GivenVerdicts.Found(
            "task-spot",
            Context(Service with { Tags = GivenMachines.Development })
        );
        found.MonthlySaving.ShouldBe(Month / 2);
        found.Range.ShouldBe((Month * 0.5m, Month * 0.7m));
        GivenVerdicts.IsSilent("task-spot", Context(Service));
        GivenVerdicts.IsSilent(
            "task-spot",
            Context(Service with { Tags = GivenMachines.Development, SpotShare = 0.5 })
        );
    }

    [Fact]
    public void Tasks_count_by_their_mean_where_that_was_measured() =>
        GivenVerdicts
            .Found(
                "task-arm",
                Context(
                    Service with
                    {
                        Metrics =
                        [
                            GivenScan.Constant(MetricNames.RunningTasks, Statistic.Average, 1.5),
                        ],
                    }
                )
            )
            .MonthlyCost.ShouldBe(Month / 2);

    private static ContainerService Measured(double cpu, double memory, int days = 14) =>
        Service with
        {
            Metrics =
            [
                GivenScan.Constant(MetricNames.Cpu, Statistic.Maximum, cpu, days),
                GivenScan.Constant(MetricNames.Memory, Statistic.Maximum, memory, days),
            ],
        };

    private static RuleContext Context(ContainerService service) =>
        GivenScan.Context([service], Prices);
}
