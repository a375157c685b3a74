namespace Outlay.Alerts.Tests;

/// <summary>What holds is one alert from its beginning to its end.</summary>
public sealed class AlertBookTests : IDisposable
{
    private readonly AlertWorld _world = new();

    [Fact]
    public async Task What_goes_on_is_told_once_and_what_ends_is_resolved()
    {
        _world.Holding = [AlertWorld.Fact()];
        var first = await _world.RoundAsync();
        var second = await _world.RoundAsync();
        _world.Holding = [];
        await _world.RoundAsync();

        first.Count.ShouldBe(1);
        second.ShouldBeEmpty();
        _world.Book.Open().ShouldBeEmpty();
        _world.Book.Ended(10).Single().ResolvedAt.ShouldBe(AlertWorld.Noon);
    }

    [Fact]
    public async Task The_words_of_an_alert_follow_what_holds()
    {
        _world.Holding = [AlertWorld.Fact()];
        await _world.RoundAsync();
        _world.Holding =
        [
            AlertWorld.Fact(severity: AlertSeverity.Critical) with
            {
                Title = "Over",
            },
        ];
        await _world.RoundAsync();

        var alert = _world.Book.Open().Single();
        alert.Fact.Title.ShouldBe("Over");
        alert.Fact.Severity.ShouldBe(AlertSeverity.Critical);
    }

    [Fact]
    public async Task What_comes_back_within_a_day_is_the_same_alert_and_later_a_new_one()
    {
        _world.Holding = [AlertWorld.Fact()];
        await _world.RoundAsync();
        _world.Holding = [];
        await _world.RoundAsync();
        _world.Clock.Advance(TimeSpan.FromHours(23));
        _world.Holding = [AlertWorld.Fact()];
        var soon = await _world.RoundAsync();
        _world.Holding = [];
        await _world.RoundAsync();
        _world.Clock.Advance(TimeSpan.FromHours(25));
        _world.Holding = [AlertWorld.Fact()];
        var late = await _world.RoundAsync();

        soon.ShouldBeEmpty();
        late.Count.ShouldBe(1);
        _world.Book.Of("budget/", 10).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_source_that_cannot_say_leaves_its_alerts_as_they_stand()
    {
        _world.Holding = [AlertWorld.Fact()];
        await _world.RoundAsync();
        _world.Holding = null;
        await _world.RoundAsync();

        _world.Book.Open().Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_most_urgent_alerts_come_first_and_a_person_can_take_note()
    {
        _world.Holding = [AlertWorld.Fact("a"), AlertWorld.Fact("b", AlertSeverity.Critical)];
        await _world.RoundAsync();
        _world.Clock.Advance(TimeSpan.FromMinutes(5));
        var noted = _world.Book.Acknowledge(_world.Book.Open()[0].Id);

        _world.Book.Open().Select(a => a.Fact.Key).ShouldBe(["b", "a"]);
        noted.ShouldNotBeNull().AcknowledgedAt.ShouldBe(AlertWorld.Noon.AddMinutes(5));
        _world.Book.Acknowledge(999).ShouldBeNull();
    }

    public void Dispose() => _world.Dispose();
}
