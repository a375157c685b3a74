namespace Outlay.Connections.Tests.Lines;

/// <summary>Finds servers that the test command installs with npm.</summary>
internal static class NodeServers
{
    /// <summary>Path of a server's program; null when it is not installed.</summary>
    public static string? Find(string name)
    {
        for (
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            folder is not null;
            folder = folder.Parent
        )
        {
            var program = Path.Combine(folder.FullName, "npm", "node_modules", ".bin", name);
            if (File.Exists(program))
            {
                return program;
            }
        }

        return null;
    }
}
