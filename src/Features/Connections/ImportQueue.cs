using System.Threading.Channels;

namespace Outlay.Connections;

/// <summary>Runs that the worker has to take up. The ledger keeps them too, so that a restart forgets none.</summary>
internal sealed class ImportQueue
{
    private readonly Channel<long> _runs = Channel.CreateUnbounded<long>();

    public void Add(long runId)
    {
        // An unbounded channel that nobody closes takes everything.
        _ = _runs.Writer.TryWrite(runId);
    }

    public IAsyncEnumerable<long> ReadAllAsync(CancellationToken cancellationToken) =>
        _runs.Reader.ReadAllAsync(cancellationToken);
}
