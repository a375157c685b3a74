using Outlay.Optimization.Netting;
using Outlay.Optimization.Tests.Given;

namespace Outlay.Optimization.Tests.Netting;

public sealed class EndedTests
{
    [Fact]
    public void What_goes_with_something_else_counts_no_second_time()
    {
        var machine = GivenRecommendations.Of("stopped-machine", "life", 30, 30, "arn:i-1") with
        {
            Ends = ["arn:vol-1"],
        };
        var disk = GivenRecommendations.Of("disk-type", "storage-class", 30, 6, "arn:vol-1");
        var other = GivenRecommendations.Of("disk-type", "storage-class", 30, 6, "arn:vol-2");

        var result = SavingNetting.Select([disk, machine, other]);

        result.Net.ShouldBe(36m);
        var ended = result.Items.Single(i => ReferenceEquals(i.Recommendation, disk));
        ended.NetSaving.ShouldBe(0m);
        ended.Reason.ShouldNotBeNull().ShouldContain(machine.Title);
    }

    [Fact]
    public void What_does_not_count_itself_ends_nothing()
    {
        var machine = GivenRecommendations.Of("stopped-machine", "life", 30, 3, "arn:i-1") with
        {
            Ends = ["arn:vol-1"],
        };
        var resize = GivenRecommendations.Of("resize", "size", 30, 15, "arn:i-1");
        var disk = GivenRecommendations.Of("disk-type", "storage-class", 30, 6, "arn:vol-1");

        SavingNetting.Select([disk, machine, resize]).Net.ShouldBe(21m);
    }
}
