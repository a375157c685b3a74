namespace Outlay.Testing;

/// <summary>Sample files that stand beside the repository on developers' machines and are no part of it.</summary>
public static class SharedData
{
    /// <summary>Finds the folder <c>shared/data</c> by walking up from the tests.</summary>
    public static bool TryFind(out string path)
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            path = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(path))
            {
                return true;
            }
        }

        path = "";
        return false;
    }
}
