using System.Buffers;

namespace Outlay.Engines.DuckDb.Conformance;

/// <summary>
/// Unpacks a packed file beside the engine that reads it, only to see that it is whole: the engine takes a file that was cut off for
/// a shorter one.
/// </summary>
internal sealed class GzipCheck : IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _reading;

    public GzipCheck(string path) =>
        _reading = SourceFile.IsGzip(path)
            ? Task.Run(() => ReadAll(path, _stop.Token), _stop.Token)
            : Task.CompletedTask;

    /// <summary>Waits for the end of the file.</summary>
    /// <exception cref="InvalidDataException">The file is cut off or damaged.</exception>
    public void Finish(CancellationToken cancellationToken)
    {
        using var stop = cancellationToken.Register(_stop.Cancel);
        _reading.GetAwaiter().GetResult();
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private static void ReadAll(string path, CancellationToken cancellationToken)
    {
        using var text = SourceFile.OpenText(path);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            while (text.Read(buffer) > 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
