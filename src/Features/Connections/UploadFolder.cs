using System.Buffers;
using System.Globalization;
using Microsoft.Extensions.Options;
using Outlay.Ingest;
using Outlay.Kernel;
using Outlay.State;

namespace Outlay.Connections;

/// <summary>Keeps uploaded files in the data folder until they are in the lake.</summary>
internal sealed class UploadFolder(
    DataFolder folder,
    IOptions<IngestOptions> options,
    TimeProvider time
)
{
    private const int BufferSize = 128 * 1024;
    private const int MostLetters = 120;
    private static readonly string[] Endings =
    [
        ".csv",
        ".csv.gz",
        ".parquet",
        ".json",
        ".jsonl",
        ".ndjson",
        ".json.gz",
        ".jsonl.gz",
    ];

    /// <summary>Writes an upload to a folder of its own; the problem of one that is too large or of the wrong kind.</summary>
    public async Task<Result<string>> KeepAsync(
        string fileName,
        Stream content,
        CancellationToken cancellationToken
    )
    {
        var name = SafeName(fileName);
        if (!Array.Exists(Endings, e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase)))
        {
            return new Problem(
                ProblemKind.Invalid,
                $"{name} is not a CSV, Parquet or JSON file.",
                "Choose a file whose name ends in .csv, .parquet or .json, or in one of these and .gz.",
                "file"
            );
        }

        var stamp = time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture);
        var own = Path.Combine(folder.Uploads, $"{stamp}-{Guid.NewGuid():N}");
        Directory.CreateDirectory(own);
        var path = Path.Combine(own, name);
        var whole = false;
        try
        {
            whole = await WriteAsync(path, content, cancellationToken);
        }
        finally
        {
            if (!whole)
            {
                Directory.Delete(own, recursive: true);
            }
        }

        return whole ? path : TooLarge(name);
    }

    /// <summary>Deletes those of the paths that are uploads.</summary>
    public void Remove(IReadOnlyList<string> paths)
    {
        foreach (var path in paths)
        {
            var own = Path.GetDirectoryName(Path.GetFullPath(path));
            if (
                own is not null
                && Path.GetDirectoryName(own) == folder.Uploads
                && Directory.Exists(own)
            )
            {
                Directory.Delete(own, recursive: true);
            }
        }
    }

    private async Task<bool> WriteAsync(
        string path,
        Stream content,
        CancellationToken cancellationToken
    )
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            await using var file = File.Create(path);
            long written = 0;
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                written += read;
                if (written > options.Value.MaxUploadBytes)
                {
                    return false;
                }

                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private Problem TooLarge(string name) =>
        new(
            ProblemKind.Invalid,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name} is larger than an upload may be ({options.Value.MaxUploadBytes / (1024 * 1024)} MB)."
            ),
            "Put it in a folder on the server and import the folder, or raise Ingest:MaxUploadBytes.",
            "file"
        );

    // Browsers may send whole paths, and a name is shown and written to disk: only harmless characters of its last part are kept.
    private static string SafeName(string fileName)
    {
        var last = fileName.Split('/', '\\')[^1];
        var safe = string.Concat(
                last.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or ' ' ? c : '_')
            )
            .Trim('.', ' ');
        var kept = safe.Length > MostLetters ? safe[^MostLetters..] : safe;
        return kept.Length == 0 ? "upload" : kept;
    }
}
