namespace Outlay.Optimization.Scans;

/// <summary>Wakes the worker when a person asks for a scan.</summary>
internal sealed class ScanSignal : IDisposable
{
    private readonly SemaphoreSlim _asked = new(0, 1);

    public void Set()
    {
        try
        {
            _asked.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is set already.
        }
    }

    public async Task WaitAsync(TimeSpan limit, CancellationToken cancellationToken) =>
        await _asked.WaitAsync(limit, cancellationToken);

    public void Dispose() => _asked.Dispose();
}
