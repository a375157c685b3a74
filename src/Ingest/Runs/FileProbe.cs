using System.Security.Cryptography;
using Outlay.Kernel;

namespace Outlay.Ingest.Runs;

/// <summary>Looks at a file's bytes as such.</summary>
internal static class FileProbe
{
    private const int BufferSize = 1024 * 1024;

    /// <summary>Hash of the bytes, lower-case hex.</summary>
    public static async Task<string> HashAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = Open(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
    }

    /// <summary>
    /// The problem of a gzip file that is cut off or damaged; null when it is whole. The engine reads up to the damage and says nothing,
    /// so the checksum is verified here.
    /// </summary>
    public static async Task<Problem?> DamageAsync(string path, CancellationToken cancellationToken)
    {
        if (!path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        await using var file = File.OpenRead(path);
        return await GzipFile.IsWholeAsync(file, cancellationToken) ? null : Damaged(path);
    }

    private static Problem Damaged(string path) =>
        new(
            ProblemKind.Invalid,
            $"{Path.GetFileName(path)} is cut off or damaged.",
            "Fetch it again."
        );

    private static FileStream Open(string path) =>
        new(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read,
            BufferSize,
            FileOptions.SequentialScan | FileOptions.Asynchronous
        );
}
