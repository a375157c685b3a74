using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Outlay.Alerts;
using Outlay.Query;
using Outlay.Testing;

namespace Outlay.Anomalies.Watch.Tests;

/// <summary>Services, regions and SKUs that were never charged before are told, over a real lake.</summary>
public sealed class FirstSeenTests : IDisposable
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

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task A_new_service_in_a_new_region_is_told_as_both_and_leads_to_its_cost()
    {
        await OldAsync();
        await _world.LoadAsync("2026-11-14", "2026-11-20", _ => 4m, "Queue", "us-east-1");

        await _world.Get<AlertRound>().RunAsync(Token);

        Book.FirstSeen()
            .Select(f =>
                $"{f.Dimension.Key} {f.Name} {f.FirstDay:MM-dd} {f.RaisedDay:MM-dd} {f.Cost:0} {f.IsReturn}"
            )
            .Order()
            .ShouldBe([
                "RegionName us-east-1 11-14 11-16 24 False",
                "ServiceName Queue 11-14 11-16 24 False",
            ]);
        var alerts = _world
            .Get<AlertBook>()
            .Open()
            .Where(a => a.Fact.Kind == "first-seen")
            .ToList();
        alerts
            .Select(a => a.Fact.Title)
            .Order()
            .ShouldBe(["Region us-east-1 is new", "Service Queue is new"]);
        var link = alerts.Single(a => a.Fact.Title.StartsWith('S')).Fact.Link;
        var query = CostQueryUrl.Parse(link[link.IndexOf('?', StringComparison.Ordinal)..]).Value;
        (await _world.Get<IQueryEngine>().RunAsync(query, Token)).Value.Totals[0].Cost.ShouldBe(28);
    }

    [Fact]
    public async Task A_new_SKU_of_a_known_service_needs_ten_times_the_floor()
    {
        await OldAsync();
        await _world.LoadAsync(
            "2026-11-10",
            "2026-11-20",
            _ => 5m,
            quantity: _ => 1m,
            resource: "vm"
        );

        await _world.Get<AnomalyScan>().RunAsync(Token);
        var first = Book.FirstSeen();
        Book.Set("5", "50", "5").IsOk.ShouldBeTrue();
        await _world.Get<AnomalyScan>().RunAsync(Token);

        first.ShouldBeEmpty();
        var seen = Book.FirstSeen().ShouldHaveSingleItem();
        (seen.Dimension.Key, seen.Name).ShouldBe(("SkuMeter", "Compute · Compute unit"));
    }

    [Fact]
    public async Task What_comes_back_after_three_months_is_said_to_be_back()
    {
        await OldAsync();
        await _world.LoadAsync("2026-06-01", "2026-07-10", _ => 20m, "Queue");
        await _world.LoadAsync("2026-11-10", "2026-11-20", _ => 20m, "Queue");

        await _world.Get<AlertRound>().RunAsync(Token);

        Book.FirstSeen().ShouldHaveSingleItem().IsReturn.ShouldBeTrue();
        _world.Get<AlertBook>().Open().ShouldContain(a => a.Fact.Title == "Service Queue is back");
    }

    [Fact]
    public async Task Nobody_who_wants_none_is_told()
    {
        Book.Set("5", "50", "many").Problem.ShouldNotBeNull().Field.ShouldBe("arrivals");
        Book.Set("5", "50", "").IsOk.ShouldBeTrue();
        await OldAsync();
        await _world.LoadAsync("2026-11-14", "2026-11-20", _ => 40m, "Queue");

        await _world.Get<AlertRound>().RunAsync(Token);

        Book.FirstSeen().ShouldBeEmpty();
        _world.Get<AlertBook>().Open().ShouldNotContain(a => a.Fact.Kind == "first-seen");
    }

    private Task OldAsync() => _world.LoadAsync("2026-06-01", "2026-11-20", _ => 100m);
}
