using System.Threading.Channels;
using Outlay.Ingest;

namespace Outlay.Connections;

/// <summary>Runs whose files the conformance worker has to look at.</summary>
internal sealed class EndedRuns
{
    private readonly Channel<ImportRun> _runs = Channel.CreateUnbounded<ImportRun>();

    public void Add(ImportRun run)
    {
        // An unbounded channel that nobody closes takes everything.
        _ = _runs.Writer.TryWrite(run);
    }

    public IAsyncEnumerable<ImportRun> ReadAllAsync(CancellationToken cancellationToken) =>
        _runs.Reader.ReadAllAsync(cancellationToken);
}
