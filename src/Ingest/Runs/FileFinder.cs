using Outlay.Kernel;

namespace Outlay.Ingest.Runs;

/// <summary>Finds the files that a request names.</summary>
internal static class FileFinder
{
    private static readonly string[] Endings =
    [
        ".csv",
        ".gz",
        ".parquet",
        ".json",
        ".jsonl",
        ".ndjson",
    ];

    public static Result<IReadOnlyList<FoundFile>> Find(IReadOnlyList<string> paths)
    {
        var found = new List<FoundFile>();
        foreach (var path in paths)
        {
            var full = Path.GetFullPath(path);
            if (File.Exists(full))
            {
                if (!IsExport(full))
                {
                    return new Problem(
                        ProblemKind.Invalid,
                        $"{path} is not a CSV, Parquet or JSON file.",
                        "Give files whose names end in .csv, .parquet, .json or .jsonl, or one of these and .gz."
                    );
                }

                found.Add(new FoundFile(full, Path.GetFileName(full), Size(full), null));
            }
            else if (Directory.Exists(full))
            {
                found.AddRange(In(full));
            }
            else
            {
                return new Problem(
                    ProblemKind.NotFound,
                    $"{path} does not exist.",
                    "Give files or folders on this machine."
                );
            }
        }

        return found.Count > 0
            ? found.DistinctBy(f => f.Path, StringComparer.Ordinal).ToArray()
            : new Problem(
                ProblemKind.Invalid,
                $"{string.Join(", ", paths)} holds no CSV, Parquet or JSON file.",
                "Give a folder with exports."
            );
    }

    /// <summary>Whether a file's name says that it may be an export.</summary>
    public static bool IsExport(string path) =>
        Array.Exists(Endings, e => path.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<FoundFile> In(string folder)
    {
        var options = new EnumerationOptions
        {
            RecurseSubdirectories = true,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
        };
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(folder));
        return Directory
            .EnumerateFiles(folder, "*", options)
            .Where(IsExport)
            .Order(StringComparer.Ordinal)
            .Select(f => new FoundFile(f, Path.GetRelativePath(folder, f), Size(f), name));
    }

    private static long Size(string path) => new FileInfo(path).Length;
}
