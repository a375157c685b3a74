using System.Buffers;
using System.IO.Compression;

namespace Outlay.Kernel;

/// <summary>Tells whether a gzip file is whole. Neither the platform's reader nor the embedded engine does: both take a file that was cut off for a shorter one.</summary>
public static class GzipFile
{
    private const int BufferSize = 1 << 17;

    private static readonly byte[] Mark = "outlay: end of the file\n"u8.ToArray();

    private static readonly byte[] PackedMark = Pack(Mark);

    /// <summary>Whether bytes are the beginning of a gzip file.</summary>
    public static bool IsOne(ReadOnlySpan<byte> start) => start is [0x1F, 0x8B, ..];

    /// <summary>
    /// Unpacks the file with one more packed text behind it. Only behind a whole file does that text come out: anything missing before
    /// it makes the unpacker take its bytes for the rest of the data or of the checksum.
    /// </summary>
    public static async Task<bool> IsWholeAsync(Stream file, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(file);
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            await using var followed = new FollowedStream(file, PackedMark);
            await using var text = new GZipStream(followed, CompressionMode.Decompress);
            var tail = Array.Empty<byte>();
            while (await text.ReadAsync(buffer, cancellationToken) is var read and > 0)
            {
                tail = Last([
                    .. tail,
                    .. buffer.AsSpan(int.Max(0, read - Mark.Length), int.Min(read, Mark.Length)),
                ]);
            }

            return tail.AsSpan().SequenceEqual(Mark);
        }
        catch (InvalidDataException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Last(byte[] bytes) => bytes[int.Max(0, bytes.Length - Mark.Length)..];

    private static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.NoCompression, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    /// <summary>A stream, and some bytes behind its end.</summary>
    private sealed class FollowedStream(Stream first, byte[] second) : Stream
    {
        private int _position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override async ValueTask<int> ReadAsync(
            Memory<byte> buffer,
            CancellationToken cancellationToken = default
        )
        {
            var read = await first.ReadAsync(buffer, cancellationToken);
            return read > 0 ? read : Rest(buffer.Span);
        }

        public override Task<int> ReadAsync(
            byte[] buffer,
            int offset,
            int count,
            CancellationToken cancellationToken
        ) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = first.Read(buffer, offset, count);
            return read > 0 ? read : Rest(buffer.AsSpan(offset, count));
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) =>
            throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) =>
            throw new NotSupportedException();

        private int Rest(Span<byte> buffer)
        {
            var count = Math.Min(buffer.Length, second.Length - _position);
            second.AsSpan(_position, count).CopyTo(buffer);
            _position += count;
            return count;
        }
    }
}
