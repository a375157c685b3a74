namespace Outlay.Connections.Syncs;

/// <summary>
/// Counts what is written to a landed file, and tells a failure of this machine's disk apart from one of the line, which a connector
/// would take for the same.
/// </summary>
internal sealed class LandingStream(FileStream file, Action<long> written) : Stream
{
    /// <summary>Why the disk took no more; null as long as it does.</summary>
    public IOException? Failure { get; private set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => throw new NotSupportedException();
    }

    public override void Flush() => Guard(file.Flush);

    public override async Task FlushAsync(CancellationToken cancellationToken) =>
        await GuardAsync(() => new ValueTask(file.FlushAsync(cancellationToken)));

    public override void Write(byte[] buffer, int offset, int count)
    {
        Guard(() => file.Write(buffer, offset, count));
        written(count);
    }

    public override Task WriteAsync(
        byte[] buffer,
        int offset,
        int count,
        CancellationToken cancellationToken
    ) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        await GuardAsync(() => file.WriteAsync(buffer, cancellationToken));
        written(buffer.Length);
    }

    public override int Read(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    private void Guard(Action act)
    {
        try
        {
            act();
        }
        catch (IOException e)
        {
            Failure = e;
            throw;
        }
    }

    private async ValueTask GuardAsync(Func<ValueTask> act)
    {
        try
        {
            await act();
        }
        catch (IOException e)
        {
            Failure = e;
            throw;
        }
    }
}
