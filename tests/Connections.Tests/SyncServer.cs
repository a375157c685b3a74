using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Outlay.Testing;

namespace Outlay.Connections.Tests;

/// <summary>The server's workers of syncs over a data folder that another world has made.</summary>
internal sealed class SyncServer : IAsyncDisposable
{
    private readonly List<IHostedService> _workers;

    private SyncServer(OutlayWorld world)
    {
        World = world;
        _workers = [.. world.Get<IEnumerable<IHostedService>>()];
    }

    public OutlayWorld World { get; }

    public static async Task<SyncServer> StartAsync(OutlayWorld over)
    {
        var server = new SyncServer(
            new OutlayWorld(
                services =>
                    services
                        .AddSingleton<IHostApplicationLifetime, ApplicationLifetime>()
                        .AddSyncWorker(over.Data),
                over.Data.Root
            )
        );
        foreach (var worker in server._workers)
        {
            await worker.StartAsync(TestContext.Current.CancellationToken);
        }

        ((ApplicationLifetime)server.World.Get<IHostApplicationLifetime>()).NotifyStarted();
        return server;
    }

    /// <summary>Looks again and again until there is something.</summary>
    public static async Task<T> UntilAsync<T>(Func<Task<T?>> look)
        where T : class
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            if (await look() is { } found)
            {
                return found;
            }

            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(1));
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            await worker.StopAsync(CancellationToken.None);
        }

        World.Dispose();
    }
}
