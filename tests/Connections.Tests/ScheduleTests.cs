using Outlay.Connections.Sources;
using Outlay.Connections.Syncs;
using Outlay.Connections.Tests.Aws;
using Outlay.Ingest;
using Outlay.Kernel;
using Outlay.Testing;
using Quartz;

namespace Outlay.Connections.Tests;

/// <summary>Schedules in words and as cron, and the server's workers that keep them.</summary>
public sealed class ScheduleTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("hourly", 3, "2026-11-23T12:21:00Z")]
    [InlineData("quarter-hourly", 3, "2026-11-23T12:06:00Z")]
    [InlineData("every-6-hours", 3, "2026-11-23T15:21:00Z")]
    [InlineData("daily", 3, "2026-11-24T03:21:00Z")]
    [InlineData("30 4 * * 1-5", 3, "2026-11-24T04:30:00Z")]
    [InlineData("0 0 1 * *", 3, "2026-12-01T00:00:00Z")]
    public void A_schedule_says_when_it_is_next(string text, long connection, string next)
    {
        SyncSchedule.TryParse(text, out var schedule).ShouldBeTrue();
        schedule
            .Next(connection, Noon)
            .ShouldBe(
                DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture)
            );
    }

    [Fact]
    public void Only_when_asked_has_no_next_time()
    {
        SyncSchedule.TryParse("manual", out var schedule).ShouldBeTrue();
        schedule.Next(1, Noon).ShouldBeNull();
    }

    [Theory]
    [InlineData("sometimes")]
    [InlineData("61 * * * *")]
    [InlineData("* * *")]
    public void What_is_no_schedule_is_refused(string text) =>
        SyncSchedule.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public async Task The_schedule_brings_a_watched_folder_in_by_itself()
    {
        var token = TestContext.Current.CancellationToken;
        using var world = new OutlayWorld();
        var folder = Path.Combine(world.Files.Root, "exports");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "october.csv"),
            BillingBucket.Report("2026-10", 1.5m, 2m),
            token
        );
        var connection = SyncWorld.Make(
            world,
            new ConnectionDraft
            {
                Name = "Vendor",
                Kind = "folder",
                Schedule = "daily",
                Settings = new SettingValues(new Dictionary<string, string> { ["path"] = folder }),
            }
        );
        world.Get<ConnectionBook>().Pause(connection.Id, paused: false);
        await using var started = await SyncServer.StartAsync(world);
        var server = started.World;
        var syncs = server.Get<SyncBook>();
        var scheduler = await server.Get<ISchedulerFactory>().GetScheduler(token);
        var job = new JobKey(
            connection.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "sync"
        );
        await SyncServer.UntilAsync<IJobDetail>(async () =>
            await scheduler.GetJobDetail(job, token)
        );
        var trigger = (await scheduler.GetTriggersOfJob(job, token)).ShouldHaveSingleItem();
        trigger.NextFireTimeUtc.ShouldBe(
            connection.Schedule.Next(connection.Id, TimeProvider.System.GetUtcNow())
        );

        // What the trigger does at its time, now.
        await scheduler.TriggerJob(job, cancellationToken: token);
        var sync = await SyncServer.UntilAsync(() =>
            Task.FromResult(syncs.Of(connection.Id).FirstOrDefault(s => s.IsOver))
        );

        sync.State.ShouldBe(ImportState.Succeeded, sync.Message);
        sync.Cause.ShouldBe(SyncCause.Schedule);
        server.Catalog.Current().Loads.ShouldHaveSingleItem().Connection.ShouldBe("Vendor");
    }
}
