using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Outlay.Connections.Sources;
using Outlay.Connections.Syncs;
using Outlay.Connections.Tests.Aws;
using Outlay.Ingest;
using Outlay.Ingest.Connect;
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
                Settings = new ConnectorSettings(
                    new Dictionary<string, string> { ["path"] = folder }
                ),
            }
        );
        world.Get<ConnectionBook>().Pause(connection.Id, paused: false);
        using var server = new OutlayWorld(
            services =>
                services
                    .AddSingleton<IHostApplicationLifetime, ApplicationLifetime>()
                    .AddSyncWorker(world.Data),
            world.Data.Root
        );
        var workers = server.Get<IEnumerable<IHostedService>>().ToList();
        foreach (var worker in workers)
        {
            await worker.StartAsync(token);
        }

        ((ApplicationLifetime)server.Get<IHostApplicationLifetime>()).NotifyStarted();
        var syncs = server.Get<SyncBook>();
        var scheduler = await server.Get<ISchedulerFactory>().GetScheduler(token);
        var job = new JobKey(
            connection.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            "sync"
        );
        await UntilAsync<IJobDetail>(async () => await scheduler.GetJobDetail(job, token));
        var trigger = (await scheduler.GetTriggersOfJob(job, token)).ShouldHaveSingleItem();
        trigger.NextFireTimeUtc.ShouldBe(
            connection.Schedule.Next(connection.Id, TimeProvider.System.GetUtcNow())
        );

        // What the trigger does at its time, now.
        await scheduler.TriggerJob(job, cancellationToken: token);
        var sync = await UntilAsync(() =>
            Task.FromResult(syncs.Of(connection.Id).FirstOrDefault(s => s.IsOver))
        );

        sync.State.ShouldBe(ImportState.Succeeded, sync.Message);
        sync.Cause.ShouldBe(SyncCause.Schedule);
        server.Catalog.Current().Loads.ShouldHaveSingleItem().Connection.ShouldBe("Vendor");
        foreach (var worker in workers)
        {
            await worker.StopAsync(token);
        }
    }

    private static async Task<T> UntilAsync<T>(Func<Task<T?>> look)
        where T : class
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            if (await look() is { } found)
            {
                return found;
            }

            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2));
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
    }
}
