using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Outlay.Connectors.Aws;
using Outlay.Inventory;
using Outlay.Kernel;

namespace Outlay.Connectors.Tests.Aws.Inventory;

/// <summary>Runs scans of AWS as the program would.</summary>
internal static class Scans
{
    public static IInventoryCollector Collector(TimeProvider? time = null)
    {
        var services = new ServiceCollection().AddSingleton(time ?? TimeProvider.System).AddAws();
        return services.BuildServiceProvider().GetRequiredService<IInventoryCollector>();
    }

    /// <summary>Settings of a scan of one region of the account that signs in.</summary>
    public static Dictionary<string, string> Settings(string address) =>
        new(StringComparer.Ordinal)
        {
            ["access"] = "key",
            ["access-key"] = "AKIATEST",
            ["secret-key"] = "very-secret",
            ["endpoint"] = address,
            ["regions"] = "us-east-1",
        };

    public static Task<Result<Snapshot>> RunAsync(
        Dictionary<string, string> settings,
        TimeSpan window,
        TimeProvider? time = null,
        IProgress<ScanProgress>? progress = null
    ) =>
        Collector(time)
            .CollectAsync(
                new SettingValues(settings),
                window,
                progress ?? new Progress<ScanProgress>(),
                TestContext.Current.CancellationToken
            );

    public static async Task<Snapshot> SnapshotAsync(
        Dictionary<string, string> settings,
        TimeSpan window,
        TimeProvider? time = null,
        IProgress<ScanProgress>? progress = null
    )
    {
        var result = await RunAsync(settings, window, time, progress);
        result.IsOk.ShouldBeTrue(result.Problem?.ToString());
        return result.Value;
    }

    /// <summary>A clock that stands at a time and moves by itself when somebody waits.</summary>
    public static FakeTimeProvider Clock(DateTimeOffset now) => new(now);
}
