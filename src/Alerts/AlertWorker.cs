using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Outlay.Alerts.Deliveries;

namespace Outlay.Alerts;

/// <summary>
/// Makes a round when something was loaded, and each hour because time alone makes things hold; sends what is due each minute.
/// </summary>
internal sealed class AlertWorker(
    AlertRound round,
    AlertSignal signal,
    DeliveryPost post,
    IOptions<AlertOptions> options,
    TimeProvider time
) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var next = time.GetUtcNow();
        while (!stoppingToken.IsCancellationRequested)
        {
            if (time.GetUtcNow() >= next)
            {
                await round.RunAsync(stoppingToken);
                next = time.GetUtcNow() + options.Value.Every;
            }

            await post.SendDueAsync(stoppingToken);
            if (await signal.WaitAsync(Tick, stoppingToken))
            {
                next = time.GetUtcNow();
            }
        }
    }
}
