using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Optimization.Netting;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Tests.Given;

namespace Outlay.Optimization.Tests.Serverless;

public sealed class FunctionRuleTests
{
    private static readonly GivenPrices Prices = new GivenPrices()
        .Item("function/x86_64/gib-second", 0.00002m)
        .Item("function/arm64/gib-second", 0.000016m)
        .Item("function/provisioned/x86_64/gib-second", 0.000004m);

    // 1,000 runs an hour of two seconds with 2 GiB are 4,000 GiB-seconds an hour: 0.08.
    private const decimal Month = 0.08m * 730;

    private static readonly Function Busy = new()
    {
        Provider = "AWS",
        AccountId = "111122223333",
        Region = "us-east-1",
        Id = "resize",
        Name = "arn:aws:lambda:us-east-1:111122223333:function:resize",
        MemoryMib = 2048,
        Runtime = "java21",
        TimeoutSeconds = 30,
        Metrics =
        [
            GivenScan.Constant(MetricNames.Requests, Statistic.Sum, 1000),
            GivenScan.Constant(MetricNames.Duration, Statistic.Average, 2000),
        ],
    };

    [Fact]
    public void Memory_that_is_not_used_counts_a_quarter_of_its_share()
    {
        // 400 MiB with a fifth on top are 480, in steps of 64: 512.
        var found = GivenVerdicts.Found("function-memory", Context(Using(Busy, 400)));
        found.Proposed.ShouldBe("512 MiB");
        found.MonthlyCost.ShouldBe(Month, 1e-6m);
        found.MonthlySaving.ShouldBe(Month * 0.75m * 0.25m, 1e-6m);
        found.Range.ShouldNotBeNull().Most.ShouldBe(Month * 0.75m, 1e-6m);
    }

    [Fact]
    public void One_thread_gains_nothing_above_one_processor()
    {
        var found = GivenVerdicts.Found(
            "function-memory",
            Context(Using(Busy with { Runtime = "python3.12" }, 400))
        );
        found.Proposed.ShouldBe("1,769 MiB");
        found.MonthlySaving.ShouldBe(Month * (1 - 1769m / 2048m), 1e-6m);
        found.Range.ShouldBeNull();
    }

    [Theory]
    [InlineData("python3.9", "python3.14", "since 2025-12-15")]
    [InlineData("nodejs22.x", "nodejs24.x", "on 2027-04-30, in 89 days")]
    public void A_runtime_past_or_near_its_end_is_upkeep(string runtime, string next, string why)
    {
        var context = Context(Busy with { Runtime = runtime }) with
        {
            Now = new(2027, 1, 31, 0, 0, 0, TimeSpan.Zero),
        };

        var found = GivenVerdicts
            .Of("deprecated-runtime", context)
            .ShouldHaveSingleItem()
            .ShouldBeOfType<Recommended>()
            .Recommendation;

        found.Proposed.ShouldBe(next);
        found.Why.ShouldContain(why);
        found.MonthlySaving.ShouldBe(0);
        new RuleSettings { LeastSaving = 100 }
            .IsWorthwhile(found)
            .ShouldBeTrue();
        SavingNetting.Select([found]).Net.ShouldBe(0);
    }

    [Fact]
    public void Upkeep_takes_nothing_from_a_saving_of_the_same_function()
    {
        var context = Context(Using(Busy with { Runtime = "nodejs18.x" }, 400));
        var upkeep = GivenVerdicts
            .Of("deprecated-runtime", context)
            .ShouldHaveSingleItem()
            .ShouldBeOfType<Recommended>()
            .Recommendation;
        var memory = GivenVerdicts.Found("function-memory", context);

        SavingNetting.Select([upkeep, memory]).Net.ShouldBe(memory.MonthlySaving);
    }

    [Theory]
    [InlineData("nodejs22.x")]
    [InlineData("python3.13")]
    [InlineData("java17")]
    [InlineData(null)]
    public void A_runtime_that_is_looked_after_stays(string? runtime) =>
        GivenVerdicts.IsSilent(
            "deprecated-runtime",
            Context(Busy with { Runtime = runtime, IsImage = runtime is null }) with
            {
                Now = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero),
            }
        );

    [Fact]
    public void Memory_that_is_used_stays() =>
        GivenVerdicts.IsSilent("function-memory", Context(Using(Busy, 1700)));

    [Fact]
    public void Memory_that_was_not_measured_and_few_runs_are_not_judged()
    {
        GivenVerdicts.Unknown("function-memory", Context(Busy)).ShouldContain("Insights");
        GivenVerdicts
            .Unknown(
                "function-memory",
                Context(
                    Using(
                        Busy with
                        {
                            Metrics =
                            [
                                GivenScan.Constant(MetricNames.Requests, Statistic.Sum, 0.1),
                                Busy.Metrics[1],
                            ],
                        },
                        100
                    )
                )
            )
            .ShouldContain("50");
    }

    [Fact]
    public void Arm_costs_a_fifth_less_where_the_runtime_is_there_for_it()
    {
        GivenVerdicts
            .Found("function-arm", Context(Busy))
            .MonthlySaving.ShouldBe(Month * 0.2m, 1e-6m);
        GivenVerdicts.IsSilent("function-arm", Context(Busy with { Runtime = "go1.x" }));
        GivenVerdicts.IsSilent("function-arm", Context(Busy with { Architecture = "arm64" }));
        GivenVerdicts.IsSilent("function-arm", Context(Busy with { IsImage = true }));
        GivenVerdicts.IsSilent("function-arm", Context(Busy with { Metrics = [] }));
    }

    [Fact]
    public void Warm_instances_that_are_not_used_are_ended()
    {
        // Ten of 2 GiB: 10 x 2 x 3,600 x 730 x 0.000004.
        var found = GivenVerdicts.Found("warm-function", Context(Warm(("live", 10, 0))));
        found.MonthlySaving.ShouldBe(210.24m);
        found.Subject.Name.ShouldBe($"{Busy.Name}:live");
        found.HowTo[0].Text.ShouldContain("delete-provisioned-concurrency-config");
    }

    [Fact]
    public void Of_warm_instances_the_most_that_was_used_stays_with_a_fifth_more()
    {
        var found = GivenVerdicts.Found("warm-function", Context(Warm(("live", 10, 19))));
        found.Proposed.ShouldBe("3");
        found.MonthlySaving.ShouldBe(210.24m * 0.7m);
    }

    [Fact]
    public void Warm_instances_that_are_used_stay_and_what_was_not_measured_is_not_judged()
    {
        GivenVerdicts.IsSilent("warm-function", Context(Warm(("live", 10, 20))));
        GivenVerdicts.IsSilent("warm-function", Context(Busy));
        GivenVerdicts
            .Unknown("warm-function", Context(Warm(("live", 10, null))))
            .ShouldContain("live");
    }

    [Fact]
    public void Two_versions_are_two_findings_that_both_count()
    {
        var found = GivenVerdicts
            .Of("warm-function", Context(Warm(("live", 10, 0), ("beta", 5, 0))))
            .Cast<Recommended>()
            .Select(v => v.Recommendation)
            .ToList();
        found.Select(r => r.Key).Distinct(StringComparer.Ordinal).Count().ShouldBe(2);
        SavingNetting.Select(found).Net.ShouldBe(210.24m * 1.5m);
    }

    [Fact]
    public void Runs_that_fail_cost_their_share()
    {
        var found = GivenVerdicts.Found("failing-function", Context(Failing(250)));
        found.MonthlySaving.ShouldBe(Month / 4, 1e-6m);
        found.Why.ShouldContain("84,000 of 336,000");
    }

    [Fact]
    public void A_tenth_may_fail_and_errors_that_were_not_measured_are_none()
    {
        GivenVerdicts.IsSilent("failing-function", Context(Failing(100)));
        GivenVerdicts.IsSilent("failing-function", Context(Busy));
    }

    private static Function Using(Function function, double mib) =>
        function with
        {
            Metrics =
            [
                .. function.Metrics,
                GivenScan.Constant(MetricNames.MemoryUsed, Statistic.Maximum, mib),
            ],
        };

    private static Function Failing(double errorsOfHour) =>
        Busy with
        {
            Metrics =
            [
                .. Busy.Metrics,
                GivenScan.Constant(MetricNames.Errors, Statistic.Sum, errorsOfHour),
            ],
        };

    private static Function Warm(params (string Version, int Count, double? Use)[] versions) =>
        Busy with
        {
            Provisioned =
            [
                .. versions.Select(v => new ProvisionedConcurrency(
                    v.Version,
                    v.Count,
                    v.Use is { } use
                        ? GivenScan.Constant(MetricNames.ProvisionedUse, Statistic.Maximum, use)
                        : null
                )),
            ],
        };

    private static RuleContext Context(Function function) => GivenScan.Context([function], Prices);
}
