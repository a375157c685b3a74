namespace Outlay.Architecture.Tests;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string[] Skipped = ["artifacts", "bin", "obj", ".git", "node_modules"];

    public static string Root { get; } = FindRoot();

    /// <summary>Files below a folder of the checkout, as paths relative to its root with forward slashes.</summary>
    public static IEnumerable<string> Files(string folder, params string[] endings) =>
        Walk(Path.Combine(Root, folder))
            .Where(path => endings.Any(e => path.EndsWith(e, StringComparison.Ordinal)))
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'));

    public static IEnumerable<string> Folders(string folder) =>
        Files(folder, "")
            .SelectMany(path => path.Split('/').SkipLast(1))
            .Distinct(StringComparer.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<string> Walk(string folder) =>
        Directory
            .EnumerateFiles(folder)
            .Concat(
                Directory
                    .EnumerateDirectories(folder)
                    .Where(d => !Skipped.Contains(Path.GetFileName(d), StringComparer.Ordinal))
                    .SelectMany(Walk)
            );

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Outlay.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException("These tests run inside the checkout only.");
    }
}
