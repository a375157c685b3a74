namespace Outlay.Alerts;

/// <summary>Tells the worker that something happened that alerts may be made of.</summary>
public sealed class AlertSignal : IDisposable
{
    private readonly SemaphoreSlim _happened = new(0, 1);

    /// <summary>Something happened, such as a load or a changed budget. Several times before the worker looks is once.</summary>
    public void Set()
    {
        try
        {
            _happened.Release();
        }
        catch (SemaphoreFullException)
        {
            // It is set already.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _happened.Dispose();

    internal Task<bool> WaitAsync(TimeSpan limit, CancellationToken cancellationToken) =>
        _happened.WaitAsync(limit, cancellationToken);
}
