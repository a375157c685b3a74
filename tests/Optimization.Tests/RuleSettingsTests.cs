using Outlay.Optimization.Rules;
using Outlay.Optimization.Tests.Given;

namespace Outlay.Optimization.Tests;

public sealed class RuleSettingsTests
{
    public static TheoryData<string, RuleSettings> Wrong =>
        new()
        {
            {
                "cpu-percentile",
                new RuleSettings { CpuPercentile = 49 }
            },
            {
                "cpu-headroom",
                new RuleSettings { CpuHeadroom = 0.95 }
            },
            {
                "memory-headroom",
                new RuleSettings { MemoryHeadroom = -0.1 }
            },
            {
                "least-saving",
                new RuleSettings { LeastSaving = -1 }
            },
            {
                "least-share",
                new RuleSettings { LeastShare = 1.1 }
            },
            {
                "unused-days",
                new RuleSettings { UnusedDays = 0 }
            },
            {
                "stopped-days",
                new RuleSettings { StoppedDays = 366 }
            },
            {
                "snapshot-days",
                new RuleSettings { SnapshotDays = 0 }
            },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_bound_out_of_bounds_names_its_field(string field, RuleSettings settings) =>
        settings.Check().ShouldNotBeNull().Field.ShouldBe(field);

    [Fact]
    public void The_bounds_that_ship_are_within_bounds() =>
        new RuleSettings().Check().ShouldBeNull();

    [Theory]
    [InlineData(100, 5, true)]
    [InlineData(100, 4.9, false)]
    [InlineData(2, 1, true)]
    [InlineData(2, 0.9, false)]
    public void A_saving_must_reach_the_least_amount_and_the_least_share(
        double cost,
        double saving,
        bool isWorthwhile
    ) =>
        new RuleSettings()
            .IsWorthwhile(GivenRecommendations.Of("any", "size", (decimal)cost, (decimal)saving))
            .ShouldBe(isWorthwhile);

    [Theory]
    [InlineData("Environment", "Staging", true)]
    [InlineData("env", " dev ", true)]
    [InlineData("stage", "qa", true)]
    [InlineData("env", "production", false)]
    [InlineData("team", "dev", false)]
    public void Tags_say_what_is_not_production(string key, string value, bool isNot) =>
        new RuleSettings()
            .IsNonProduction(
                GivenMachines.Machine("m5.large") with
                {
                    Tags = new Dictionary<string, string> { [key] = value },
                }
            )
            .ShouldBe(isNot);
}
