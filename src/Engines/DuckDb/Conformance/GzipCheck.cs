using Outlay.Kernel;

namespace Outlay.Engines.DuckDb.Conformance;

/// <summary>Looks beside the engine that reads a packed file whether the file is whole.</summary>
internal sealed class GzipCheck : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task<bool> _whole;

    public GzipCheck(string path) =>
        _whole = SourceFile.IsGzip(path)
            ? Task.Run(() => ReadAsync(path), _stop.Token)
            : Task.FromResult(true);

    /// <summary>Waits for the end of the file.</summary>
    /// <exception cref="InvalidDataException">The file is cut off or damaged.</exception>
    public void Finish(CancellationToken cancellationToken)
    {
        using var stop = cancellationToken.Register(_stop.Cancel);
        if (!_whole.GetAwaiter().GetResult())
        {
            throw new InvalidDataException("The packed file is not whole.");
        }
    }

    private async Task<bool> ReadAsync(string path)
    {
        await using var file = File.OpenRead(path);
        return await GzipFile.IsWholeAsync(file, _stop.Token);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }
}
