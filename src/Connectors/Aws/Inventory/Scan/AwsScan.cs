using Outlay.Connectors.Aws.Inventory.Measures;
using Outlay.Connectors.Aws.Inventory.Wire;
using Outlay.Inventory;
using Outlay.Inventory.Calls;
using Outlay.Kernel;

namespace Outlay.Connectors.Aws.Inventory.Scan;

/// <summary>What the parts of one scan share: settings, window, calls, and what could not be read.</summary>
internal sealed class AwsScan(
    SettingValues settings,
    TimeSpan window,
    TimeProvider time,
    CancellationToken cancellationToken
) : IDisposable
{
    // Points are held by so many calls at once, in all regions together.
    private const int Measuring = 6;

    private readonly SemaphoreSlim _measuring = new(Measuring);

    public SettingValues Settings => settings;

    public TimeProvider Time => time;

    public CancellationToken Cancel => cancellationToken;

    public DateTimeOffset Started { get; } = time.GetUtcNow();

    /// <summary>The window of metrics.</summary>
    public ScanWindow Window => ScanWindow.Before(Started, window);

    public AwsWire Wire { get; } =
        new(
            settings[Exports.AwsFields.Endpoint.Name] is { } endpoint ? new Uri(endpoint) : null,
            time
        );

    public MetricBudget Budget { get; } = new(InventoryFields.MetricsUsdOf(settings));

    public GapBook Gaps { get; } = new();

    public void Add(ScanGap gap) => Gaps.Add(gap);

    /// <summary>Waits for one of the few places of calls that hold points; given back by disposal.</summary>
    public async Task<IDisposable> MeasuringAsync()
    {
        await _measuring.WaitAsync(cancellationToken);
        return new Turn(_measuring);
    }

    /// <summary>Reads something; what fails becomes a gap, and the rest goes on.</summary>
    /// <returns>Whether it was read.</returns>
    public async Task<bool> TryAsync(
        string account,
        string? region,
        string subject,
        Func<Task> read
    )
    {
        try
        {
            await read();
            Gaps.Worked();
            return true;
        }
        catch (AwsCallException e)
        {
            Add(Gap.Of(account, region, subject, e));
            return false;
        }
    }

    public void Dispose() => _measuring.Dispose();

    private sealed class Turn(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }
}
