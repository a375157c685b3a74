using System.Globalization;
using Quartz;

namespace Outlay.Connections.Syncs;

/// <summary>What the scheduler fires for a connection: it queues a sync, which the worker runs.</summary>
[DisallowConcurrentExecution]
internal sealed class SyncJob(SyncBook syncs) : IJob
{
    public const string Group = "sync";

    public static JobKey Key(long connectionId) =>
        new(connectionId.ToString(CultureInfo.InvariantCulture), Group);

    public static long Connection(JobKey key) =>
        long.Parse(key.Name, NumberStyles.None, CultureInfo.InvariantCulture);

    public ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    )
    {
        // A connection that was deleted meanwhile loses its job with the next look at the schedule.
        _ = syncs.Enqueue(Connection(context.JobDetail.Key), SyncCause.Schedule);
        return ValueTask.CompletedTask;
    }
}
