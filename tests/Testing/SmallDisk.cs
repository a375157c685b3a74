using System.Diagnostics;
using System.Globalization;

namespace Outlay.Testing;

/// <summary>A folder on a file system of a few megabytes, held in memory; only root on Linux can make one.</summary>
public sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    /// <summary>Makes one; null where only root on Linux could, for a test that then skips.</summary>
    public static SmallDisk? TryMake(int megabytes)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            return null;
        }

        var path = Directory.CreateTempSubdirectory("outlay-small-disk-").FullName;
        var size = megabytes.ToString(CultureInfo.InvariantCulture);
        if (Run("mount", "-t", "tmpfs", "-o", $"size={size}m", "tmpfs", path) != 0)
        {
            Directory.Delete(path);
            return null;
        }

        return new SmallDisk(path);
    }

    public void Dispose()
    {
        // At once out of sight; gone when the last pooled file handle is.
        if (Run("umount", "--lazy", Path) != 0)
        {
            throw new InvalidOperationException($"{Path} cannot be unmounted.");
        }

        Directory.Delete(Path);
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode;
    }
}
