using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Outlay.Alerts;
using Outlay.Testing;

namespace Outlay.Anomalies.Watch.Tests;

/// <summary>Anomalies over a real lake: found, explained, told, and what a person says of them.</summary>
public sealed class AnomalyWatchTests : IDisposable
{
    private readonly OutlayWorld _world = new(services =>
        services
            .Replace(
                ServiceDescriptor.Singleton<TimeProvider>(
                    new FakeTimeProvider(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero))
                )
            )
            .AddAnomalies()
    );

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private AnomalyBook Book => _world.Get<AnomalyBook>();

    [Fact]
    public async Task A_jump_is_one_event_with_its_cause_and_its_alert()
    {
        await LoadAsync(d => d >= new DateOnly(2026, 11, 15) ? 600m : 100m);

        await _world.Get<AlertRound>().RunAsync(Token);

        var found = Book.All().ShouldHaveSingleItem();
        found.Name.ShouldBe("AWS · shop · Compute");
        found.Start.ShouldBe(new DateOnly(2026, 11, 15));
        found.Direction.ShouldBe(1);
        found.Excess.ShouldBeInRange(0.9 * 500 * Days(found), 1.1 * 500 * Days(found));
        found.Causes[0].Words.ShouldBe("Region us-east-1");
        found.Parts.ShouldContain("AWS · us-east-1");
        found.Sketch.Count.ShouldBeGreaterThan(14);
        found.Sketch.ShouldContain(d => d.Actual > d.High);
        var alert = _world.Get<AlertBook>().Open().ShouldHaveSingleItem();
        alert.Fact.Title.ShouldStartWith("AWS · shop · Compute: ");
        alert.Fact.Title.ShouldEndWith(" USD above what was expected since 2026-11-15");
        alert.Fact.Link.ShouldBe($"/budgets/anomalies/{found.Id}");
    }

    [Fact]
    public async Task The_way_back_is_no_event_of_its_own()
    {
        await LoadAsync(d =>
            d >= new DateOnly(2026, 10, 20) && d <= new DateOnly(2026, 10, 31) ? 600m : 100m
        );

        await _world.Get<AnomalyScan>().RunAsync(Token);

        Book.All().ShouldHaveSingleItem().Direction.ShouldBe(1);
    }

    [Fact]
    public async Task What_comes_every_week_is_told_until_it_is_a_habit()
    {
        await LoadAsync(d =>
            d.DayOfWeek == DayOfWeek.Sunday && d >= new DateOnly(2026, 9, 20) ? 400m : 100m
        );

        await _world.Get<AnomalyScan>().RunAsync(Token);

        Book.All().Select(a => a.Start).ShouldAllBe(d => d < new DateOnly(2026, 10, 4));
    }

    [Fact]
    public async Task What_was_planned_is_no_longer_told_and_stays_what_it_was_said_to_be()
    {
        await LoadAsync(d => d >= new DateOnly(2026, 11, 15) ? 600m : 100m);
        await _world.Get<AlertRound>().RunAsync(Token);
        var found = Book.All().Single();

        Book.Expect(found.Id, "2026-11-01").Problem.ShouldNotBeNull().Field.ShouldBe("until");
        Book.Expect(found.Id, "2026-12-31").IsOk.ShouldBeTrue();
        await _world.Get<AlertRound>().RunAsync(Token);

        _world.Get<AlertBook>().Open().ShouldBeEmpty();
        var said = Book.All().ShouldHaveSingleItem();
        said.State.ShouldBe(AnomalyState.Expected);
        said.ExpectedUntil.ShouldBe(new DateOnly(2026, 12, 31));
    }

    [Fact]
    public async Task A_second_look_at_the_same_lake_changes_nothing()
    {
        await LoadAsync(d => d >= new DateOnly(2026, 11, 15) ? 600m : 100m);
        (await _world.Get<AnomalyScan>().RunAsync(Token)).Value.ShouldBeTrue();
        var first = Book.All().Single();
        Book.Acknowledge(first.Id, noted: true);
        (await _world.Get<AnomalyScan>().RunAsync(Token)).Value.ShouldBeTrue();
        (await _world.Get<AnomalyScan>().RunAsync(Token)).Value.ShouldBeFalse();

        var second = Book.All().ShouldHaveSingleItem();
        second.Id.ShouldBe(first.Id);
        second.State.ShouldBe(AnomalyState.Acknowledged);
    }

    [Fact]
    public async Task What_is_below_the_floor_is_not_told()
    {
        Book.Set("5", "100000").IsOk.ShouldBeTrue();
        Book.Set("50", "1").Problem.ShouldNotBeNull().Field.ShouldBe("sensitivity");
        Book.Set("5", "-1").Problem.ShouldNotBeNull().Field.ShouldBe("floor");
        await LoadAsync(d => d >= new DateOnly(2026, 11, 15) ? 600m : 100m);

        await _world.Get<AnomalyScan>().RunAsync(Token);

        Book.All().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_days_of_an_event_stand_beside_what_was_expected()
    {
        await LoadAsync(d => d >= new DateOnly(2026, 11, 15) ? 600m : 100m);
        await _world.Get<AnomalyScan>().RunAsync(Token);

        var days = (await Book.DaysAsync(Book.All().Single(), Token)).Value;

        var jump = days.Single(d => d.Date == new DateOnly(2026, 11, 15));
        jump.Actual.ShouldBe(650, 1);
        jump.Expected.ShouldNotBeNull().ShouldBe(150, 15);
        jump.Flag.ShouldBe(1);
    }

    [Fact]
    public async Task Cost_that_moves_between_regions_shows_in_the_regions_alone()
    {
        var moved = new DateOnly(2026, 11, 12);
        await _world.LoadAsync(
            "2026-06-01",
            "2026-11-20",
            d => d >= moved ? 600m : 100m,
            region: "us-east-1"
        );
        await _world.LoadAsync("2026-06-01", "2026-11-20", d => d >= moved ? 100m : 600m);

        await _world.Get<AnomalyScan>().RunAsync(Token);

        var found = Book.All();
        found
            .Select(a => $"{a.Level} {a.Name}")
            .Order()
            .ShouldBe(["region AWS · eu-west-1", "region AWS · us-east-1"]);
        found[0].OffsetBy.ShouldBe(found[1].Id);
        var days = (await Book.DaysAsync(found.Single(a => a.Direction > 0), Token)).Value;
        days.Single(d => d.Date == moved).Actual.ShouldBe(600, 1);
    }

    [Fact]
    public async Task An_anomaly_of_one_resource_is_called_by_it()
    {
        await _world.LoadAsync(
            "2026-06-01",
            "2026-11-20",
            d => d >= new DateOnly(2026, 11, 15) ? 600m : 100m,
            resource: "vm-1"
        );
        await _world.LoadAsync("2026-06-01", "2026-11-20", _ => 50m, resource: "vm-2");

        await _world.Get<AnomalyScan>().RunAsync(Token);

        var found = Book.All().ShouldHaveSingleItem();
        (found.Level, found.Name).ShouldBe(("resource", "AWS · shop · Compute · vm-1"));
    }

    [Theory]
    [InlineData(6, 1, "Mostly more usage (100 %).")]
    [InlineData(1, 6, "Mostly higher prices (100 %).")]
    [InlineData(2, 3, "Mostly higher prices (80 %).")]
    public async Task It_is_said_whether_price_or_usage_moved(
        int quantity,
        int price,
        string expected
    )
    {
        var moved = new DateOnly(2026, 11, 15);
        await _world.LoadAsync(
            "2026-06-01",
            "2026-11-20",
            d => d >= moved ? 100m * quantity * price : 100m,
            quantity: d => d >= moved ? 10m * quantity : 10m
        );

        await _world.Get<AnomalyScan>().RunAsync(Token);

        Book.All().ShouldHaveSingleItem().Why.ShouldBe(expected);
    }

    [Fact]
    public async Task Without_quantities_nothing_is_said_of_price_and_usage()
    {
        await LoadAsync(d => d >= new DateOnly(2026, 11, 15) ? 600m : 100m);

        await _world.Get<AnomalyScan>().RunAsync(Token);

        Book.All().ShouldHaveSingleItem().Why.ShouldBeNull();
    }

    public void Dispose() => _world.Dispose();

    private static int Days(Anomaly anomaly) => anomaly.End.DayNumber - anomaly.Start.DayNumber + 1;

    // Compute in two regions, of which one moves, beside a storage that never does.
    private async Task LoadAsync(Func<DateOnly, decimal> cost)
    {
        await _world.LoadAsync("2026-06-01", "2026-11-20", cost, region: "us-east-1");
        await _world.LoadAsync("2026-06-01", "2026-11-20", _ => 50m);
        await _world.LoadAsync("2026-06-01", "2026-11-20", _ => 30m, "Storage");
    }
}
