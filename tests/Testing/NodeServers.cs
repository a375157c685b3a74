namespace Outlay.Testing;

/// <summary>Finds servers that the test command installs with npm.</summary>
public static class NodeServers
{
    /// <summary>Path of a server's program; null when it is not installed.</summary>
    public static string? Find(string name) => Module(Path.Combine(".bin", name));

    /// <summary>Path of what an installed package has; null when it is not installed.</summary>
    public static string? Module(string name)
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            var program = Path.Combine(folder.FullName, "npm", "node_modules", name);
            if (File.Exists(program) || Directory.Exists(program))
            {
                return program;
            }
        }

        return null;
    }
}
