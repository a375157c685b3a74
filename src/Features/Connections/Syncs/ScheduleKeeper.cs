using Microsoft.Extensions.Hosting;
using Outlay.Connections.Sources;
using Quartz;

namespace Outlay.Connections.Syncs;

/// <summary>
/// Keeps the scheduler's triggers as the connections say. It looks again each minute, because the command line changes connections too.
/// </summary>
internal sealed class ScheduleKeeper(
    ISchedulerFactory schedulers,
    ConnectionStore connections,
    TimeProvider time
) : BackgroundService
{
    private static readonly TimeSpan Pace = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pace, time);
        do
        {
            await AlignAsync(stoppingToken);
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task AlignAsync(CancellationToken cancellationToken)
    {
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        var wanted = connections
            .All()
            .Where(c => !c.IsPaused && c.Schedule.Cron(c.Id) is not null)
            .ToDictionary(c => SyncJob.Key(c.Id), c => c.Schedule.Cron(c.Id)!);
        var standing = await scheduler.GetJobKeys(
            GroupMatcher<JobKey>.GroupEquals(SyncJob.Group),
            cancellationToken
        );
        foreach (var key in standing.Where(k => !wanted.ContainsKey(k)))
        {
            await scheduler.DeleteJob(key, cancellationToken);
        }

        foreach (var (key, cron) in wanted)
        {
            await AlignAsync(scheduler, key, cron, cancellationToken);
        }
    }

    private static async Task AlignAsync(
        IScheduler scheduler,
        JobKey key,
        string cron,
        CancellationToken cancellationToken
    )
    {
        var triggerKey = new TriggerKey(key.Name, key.Group);
        if (
            await scheduler.GetTrigger(triggerKey, cancellationToken) is ICronTrigger standing
            && standing.CronExpressionString == cron
        )
        {
            return;
        }

        await scheduler.DeleteJob(key, cancellationToken);
        // A time that passed while the program was down is made up for once.
        var trigger = TriggerBuilder
            .Create()
            .WithIdentity(triggerKey)
            .WithCronSchedule(
                cron,
                c =>
                    c.InTimeZone(TimeZoneInfo.Utc)
                        .WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)
            )
            .Build();
        await scheduler.ScheduleJob(
            JobBuilder.Create<SyncJob>().WithIdentity(key).Build(),
            trigger,
            cancellationToken: cancellationToken
        );
    }
}
