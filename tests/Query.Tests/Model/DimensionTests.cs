using Outlay.Focus;

namespace Outlay.Query.Tests.Model;

public sealed class DimensionTests
{
    [Fact]
    public void Every_focus_column_of_text_or_time_is_a_dimension_once() =>
        Dimensions
            .All.Select(i => i.Dimension.Key)
            .Order(StringComparer.Ordinal)
            .ShouldBe(
                FocusColumns
                    .Lake.Where(c => c.Type is not (FocusType.Decimal or FocusType.KeyValue))
                    .Select(c => c.Name)
                    .Order(StringComparer.Ordinal)
            );

    [Fact]
    public void Labels_are_unique() =>
        Dimensions.All.Select(i => i.Label).Distinct().Count().ShouldBe(Dimensions.All.Count);

    [Theory]
    [InlineData("Service", "ServiceName")]
    [InlineData("cloud", "HostProviderName")]
    [InlineData("account", "SubAccountName")]
    [InlineData("ServiceNme", "ServiceName")]
    [InlineData("Region", "RegionName")]
    [InlineData("resource", "ResourceName")]
    [InlineData("charge_category", "ChargeCategory")]
    public void A_name_that_is_nearly_right_gets_a_suggestion(string written, string meant) =>
        Dimensions.Read(written).Problem.ShouldNotBeNull().Fix.ShouldBe($"Did you mean {meant}?");

    [Fact]
    public void A_name_that_is_nothing_gets_no_suggestion() =>
        Dimensions
            .Read("qqqqqqqqqqq")
            .Problem.ShouldNotBeNull()
            .Fix.ShouldNotBeNull()
            .ShouldContain("tag:team");

    [Fact]
    public void Drilling_goes_from_the_cloud_down_to_the_charge()
    {
        var path = new List<string>();
        for (
            Dimension? next = new Dimension("HostProviderName");
            next is not null;
            next = Dimensions.NextDrill(next.Value)
        )
        {
            path.Add(next.Value.Key);
        }

        path.ShouldBe([
            "HostProviderName",
            "SubAccountName",
            "ServiceName",
            "ResourceType",
            "ResourceName",
            "ResourceId",
            "ChargeDescription",
        ]);
    }

    [Fact]
    public void Every_drill_ends()
    {
        foreach (var start in Dimensions.All)
        {
            var steps = 0;
            for (
                Dimension? next = start.Dimension;
                next is not null;
                next = Dimensions.NextDrill(next.Value)
            )
            {
                (++steps).ShouldBeLessThan(10, start.Label);
            }
        }
    }

    [Fact]
    public void Drilling_passes_over_what_the_filter_holds_fast()
    {
        var filter = CostFilter.All.And(new(new("SubAccountName"), FilterOperator.Is, ["prod"]));

        Dimensions.NextDrill(new("HostProviderName"), filter)?.Key.ShouldBe("ServiceName");
        Dimensions.NextDrill(Dimension.Tag("team"))?.Key.ShouldBe("ServiceName");
    }
}
