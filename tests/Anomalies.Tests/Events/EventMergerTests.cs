using Outlay.Anomalies.Detection;
using Outlay.Anomalies.Events;

namespace Outlay.Anomalies.Tests.Events;

public sealed class EventMergerTests
{
    private static readonly DateOnly Day = new(2025, 3, 10);

    private static readonly SeriesNode[] Nodes =
    [
        new("total", "total", null),
        new("aws", "cloud", "total"),
        new("aws/prod", "account", "aws"),
        new("aws/prod/ec2", "service", "aws/prod"),
        new("aws/prod/rds", "service", "aws/prod"),
        new("aws/prod/ec2/use1", "region", "aws/prod/ec2"),
        new("aws/prod/ec2/euw1", "region", "aws/prod/ec2"),
        new("gcp", "cloud", "total"),
    ];

    [Fact]
    public void One_cause_on_every_level_is_one_event_at_the_lowest_that_explains_it()
    {
        var found = Merge(
            Alert("total", 1000),
            Alert("aws", 990),
            Alert("aws/prod", 980),
            Alert("aws/prod/ec2", 950),
            Alert("aws/prod/ec2/use1", 500),
            Alert("aws/prod/ec2/euw1", 400)
        );

        var single = found.ShouldHaveSingleItem();
        single.Node.Key.ShouldBe("aws/prod/ec2");
        single.Above.Select(p => p.Node.Key).ShouldBe(["total", "aws", "aws/prod"]);
        single
            .Children.Select(p => p.Node.Key)
            .ShouldBe(["aws/prod/ec2/use1", "aws/prod/ec2/euw1"]);
        single.Children[0].Share.ShouldBe(500 / 950.0, 1e-9);
    }

    [Theory]
    [InlineData(80, "aws")]
    [InlineData(79, "total")]
    public void A_part_takes_the_parents_place_from_four_fifths(double part, string head) =>
        Merge(Alert("total", 100), Alert("aws", part))
            .ShouldHaveSingleItem()
            .Node.Key.ShouldBe(head);

    [Fact]
    public void A_level_without_an_alert_does_not_split_an_event() =>
        Merge(Alert("total", 100), Alert("aws/prod/rds", 95))
            .ShouldHaveSingleItem()
            .Node.Key.ShouldBe("aws/prod/rds");

    [Fact]
    public void Days_that_do_not_meet_are_two_events() =>
        Merge(Alert("total", 100), Alert("aws", 95, start: 10)).Count.ShouldBe(2);

    [Fact]
    public void Cost_that_moved_from_one_place_to_another_is_linked()
    {
        var found = Merge(
            Alert("aws/prod/ec2/use1", 500),
            Alert("aws/prod/ec2/euw1", -480),
            Alert("gcp", -100),
            Alert("aws/prod/rds", -490, start: 9)
        );

        var rise = found.Single(e => e.Head.SeriesKey == "aws/prod/ec2/use1");
        var fall = found.Single(e => e.Head.SeriesKey == "aws/prod/ec2/euw1");
        rise.OffsetBy.ShouldBe(fall.Id);
        fall.OffsetBy.ShouldBe(rise.Id);
        found.Count(e => e.OffsetBy is null).ShouldBe(2);
    }

    [Fact]
    public void A_day_scored_again_updates_the_same_event()
    {
        var before = Merge(Alert("aws", 100)).Single();
        var after = Merge(Alert("aws", 130)).Single();

        after.Id.ShouldBe(before.Id);
        Merge(Alert("aws", -100)).Single().Id.ShouldNotBe(before.Id);
        Merge(Alert("aws", 100, start: 1)).Single().Id.ShouldNotBe(before.Id);
        Merge(Alert("gcp", 100)).Single().Id.ShouldNotBe(before.Id);
    }

    [Fact]
    public void A_backfill_that_moves_start_or_head_keeps_the_name()
    {
        var known = new KnownEvent("before", "aws", Day, Day.AddDays(2), 1);

        Merge([known], Alert("aws", 100, start: 1)).Single().Id.ShouldBe("before");
        Merge([known], Alert("aws", 100), Alert("aws/prod", 95)).Single().Id.ShouldBe("before");
        Merge([known], Alert("aws", -100)).Single().Id.ShouldNotBe("before");
        Merge([known], Alert("aws", 100, start: 5)).Single().Id.ShouldNotBe("before");
    }

    [Fact]
    public void A_name_is_given_to_one_event_only()
    {
        var known = new KnownEvent("before", "aws", Day, Day.AddDays(5), 1);

        var found = Merge([known], Alert("aws", 100), Alert("aws", 100, start: 4));

        found.Count(e => e.Id == "before").ShouldBe(1);
    }

    [Fact]
    public void Severity_grows_with_confidence_and_the_order_of_magnitude()
    {
        var found = Merge(Alert("aws", 999, score: 10), Alert("gcp", 99, score: 40));

        found.Select(e => e.Node.Key).ShouldBe(["gcp", "aws"]);
        found[0].Severity.ShouldBe(2, 1e-9);
        found[1].Severity.ShouldBe(1.5, 1e-9);
    }

    [Fact]
    public void The_order_of_alerts_does_not_matter()
    {
        Alert[] alerts =
        [
            Alert("total", 100),
            Alert("aws", 60),
            Alert("gcp", 40),
            Alert("aws/prod", 55),
        ];

        var one = Merge(alerts);
        Array.Reverse(alerts);
        var other = Merge(alerts);

        other.Select(e => e.Id).ShouldBe(one.Select(e => e.Id));
        other[0].Children.ShouldBe(one[0].Children);
    }

    [Fact]
    public void A_series_that_nobody_knows_or_that_contains_itself_is_refused()
    {
        Should.Throw<ArgumentException>(() => Merge(Alert("azure", 1)));
        SeriesNode[] circle = [new("a", "x", "b"), new("b", "x", "a")];
        Should.Throw<ArgumentException>(() =>
            new EventMerger(EventSettings.Default).Merge(circle, [Alert("a", 1)])
        );
    }

    private static IReadOnlyList<CostEvent> Merge(params Alert[] alerts) => Merge([], alerts);

    private static IReadOnlyList<CostEvent> Merge(KnownEvent[] known, params Alert[] alerts) =>
        new EventMerger(EventSettings.Default).Merge(Nodes, alerts, known);

    private static Alert Alert(string key, double excess, int start = 0, double score = 20) =>
        new(
            key,
            Day.AddDays(start),
            Day.AddDays(start + 2),
            false,
            Math.Sign(excess),
            AlertKind.Spike,
            1000 + excess,
            1000,
            score
        );
}
