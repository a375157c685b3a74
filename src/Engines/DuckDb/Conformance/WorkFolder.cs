namespace Outlay.Engines.DuckDb.Conformance;

/// <summary>A folder that exists while one check runs.</summary>
internal sealed class WorkFolder : IDisposable
{
    public WorkFolder(string? parent)
    {
        Path = System.IO.Path.Combine(
            parent ?? System.IO.Path.GetTempPath(),
            $"outlay-check-{Guid.NewGuid():N}"
        );
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
