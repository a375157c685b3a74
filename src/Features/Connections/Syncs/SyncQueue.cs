using System.Threading.Channels;

namespace Outlay.Connections.Syncs;

/// <summary>Syncs that the worker has to take up. The history keeps them too, so that a restart forgets none.</summary>
internal sealed class SyncQueue
{
    private readonly Channel<long> _syncs = Channel.CreateUnbounded<long>();

    public void Add(long syncId)
    {
        // An unbounded channel that nobody closes takes everything.
        _ = _syncs.Writer.TryWrite(syncId);
    }

    public IAsyncEnumerable<long> ReadAllAsync(CancellationToken cancellationToken) =>
        _syncs.Reader.ReadAllAsync(cancellationToken);
}
