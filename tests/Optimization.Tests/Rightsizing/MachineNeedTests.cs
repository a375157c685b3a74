using System.Text.Json;
using Outlay.Inventory;
using Outlay.Optimization.Rightsizing;
using Outlay.Testing;

namespace Outlay.Optimization.Tests.Rightsizing;

public sealed class MachineNeedTests
{
    [Fact]
    public void A_percentile_with_headroom_and_the_largest_memory_give_the_need()
    {
        // Of 200 values the 99.5th percentile is the 199th: the largest, 90, is left out.
        var cpu = Distribution.Of([.. Enumerable.Repeat(10.0, 197), 20, 30, 90]);
        var need = MachineNeed.Of(16, cpu.Percentile(99.5), 0.2, 64, 25, 0.2);
        need.VCpus.ShouldBe(6, 1e-9);
        need.MemoryGib.ShouldBe(20, 1e-9);
        need.NetworkGbps.ShouldBeNull();
    }

    [Fact]
    public void What_was_not_measured_keeps_what_is_there() =>
        MachineNeed.Of(4, 50, 0.2, 16, null, 0.2).MemoryGib.ShouldBe(16);

    [Fact]
    public void Traffic_may_take_four_fifths_of_the_bandwidth()
    {
        var need = MachineNeed.Of(2, 10, 0, 8, 10, 0, 1e8);
        need.NetworkGbps.ShouldNotBeNull().ShouldBe(1, 1e-9);
        need.IsMetBy(2, 8, 1.1).ShouldBeTrue();
        need.IsMetBy(2, 8, 0.9).ShouldBeFalse();
        need.IsMetBy(2, 8, null).ShouldBeTrue();
    }

    [Fact]
    public void Each_dimension_must_be_met()
    {
        var need = new MachineNeed(4, 16, null);
        need.IsMetBy(4, 16, null).ShouldBeTrue();
        need.IsMetBy(3.9, 16, null).ShouldBeFalse();
        need.IsMetBy(4, 15.9, null).ShouldBeFalse();
    }

    [Theory]
    [InlineData("P99_5_h20_m20")]
    [InlineData("P95_h30_m30")]
    [InlineData("P90_h0_m10")]
    public void The_reference_case_of_two_weeks_is_met(string name)
    {
        if (!SharedData.TryFind(out var data))
        {
            Assert.Skip("The reference cases of rightsizing stand beside the repository.");
        }

        using var document = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(data, "rightsizing", "r1_percentile_with_headroom.json"))
        );
        var input = document.RootElement.GetProperty("input");
        var expected = document.RootElement.GetProperty("expected").GetProperty(name);
        var settings = Numbers(input.GetProperty("settings").GetProperty(name));
        var now = input.GetProperty("current");
        var cpu = Distribution.Of(Numbers(input.GetProperty("cpu_pct")));
        var memory = Distribution.Of(Numbers(input.GetProperty("mem_pct")));
        var need = MachineNeed.Of(
            Number(now, "vcpu"),
            cpu.Percentile(settings[0]),
            settings[1],
            Number(now, "gib"),
            memory.Maximum,
            settings[2]
        );
        var best = input
            .GetProperty("catalogue")
            .EnumerateArray()
            .Where(t => need.IsMetBy(Number(t, "vcpu"), Number(t, "gib"), null))
            .MinBy(t => Number(t, "price"));
        cpu.Percentile(settings[0]).ShouldBe(Number(expected, "cpu_pct_value"), 1e-6);
        need.VCpus.ShouldBe(Number(expected, "required_vcpu"), 1e-6);
        need.MemoryGib.ShouldBe(Number(expected, "required_gib"), 1e-6);
        best.GetProperty("name").GetString().ShouldBe(expected.GetProperty("choice").GetString());
        ((Number(now, "price") - Number(best, "price")) * 730).ShouldBe(
            Number(expected, "monthly_saving"),
            1e-6
        );
    }

    private static double Number(JsonElement of, string name) => of.GetProperty(name).GetDouble();

    private static double[] Numbers(JsonElement of) =>
        [.. of.EnumerateArray().Select(v => v.GetDouble())];
}
