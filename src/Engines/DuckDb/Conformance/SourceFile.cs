using System.IO.Compression;
using Outlay.Kernel;

namespace Outlay.Engines.DuckDb.Conformance;

/// <summary>What can be told about a file by its first bytes.</summary>
internal static class SourceFile
{
    private static ReadOnlySpan<byte> Parquet => "PAR1"u8;

    private static ReadOnlySpan<byte> Gzip => [0x1F, 0x8B];

    /// <summary>Why a path cannot be checked at all; null when it can be tried.</summary>
    public static Problem? Examine(string path)
    {
        if (Directory.Exists(path))
        {
            return new Problem(
                ProblemKind.Invalid,
                $"{path} is a folder.",
                "Name one file; each is checked by itself."
            );
        }

        if (!File.Exists(path))
        {
            return new Problem(
                ProblemKind.NotFound,
                $"{path} does not exist.",
                "Check the path and its spelling."
            );
        }

        return new FileInfo(path).Length == 0
            ? new Problem(
                ProblemKind.Invalid,
                $"{path} is empty: it has no header.",
                "Fetch the export again; the transfer may have been cut off."
            )
            : null;
    }

    public static bool IsParquet(string path) => StartsWith(path, Parquet);

    public static bool IsGzip(string path) => StartsWith(path, Gzip);

    /// <summary>The file's text, unpacked.</summary>
    public static Stream OpenText(string path)
    {
        var file = File.OpenRead(path);
        return IsGzip(path) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    private static bool StartsWith(string path, ReadOnlySpan<byte> magic)
    {
        using var file = File.OpenRead(path);
        Span<byte> start = stackalloc byte[4];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        return start[..read].StartsWith(magic);
    }
}
