using System.Diagnostics;
using System.Globalization;

namespace Outlay.Ingest.Tests;

/// <summary>A folder on a file system of a few megabytes, held in memory; only root on Linux can make one.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    /// <summary>Makes one, or skips the test and says so.</summary>
    public static SmallDisk Make(int megabytes)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            Assert.Skip("A small disk can be mounted by root on Linux only.");
        }

        var path = Directory.CreateTempSubdirectory("outlay-small-disk-").FullName;
        var size = megabytes.ToString(CultureInfo.InvariantCulture);
        if (Run("mount", "-t", "tmpfs", "-o", $"size={size}m", "tmpfs", path) != 0)
        {
            Directory.Delete(path);
            Assert.Skip("This machine does not let root mount a tmpfs.");
        }

        return new SmallDisk(path);
    }

    public void Dispose()
    {
        // At once out of sight; gone when the last pooled file handle is.
        Run("umount", "--lazy", Path).ShouldBe(0);
        Directory.Delete(Path);
    }

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        process.WaitForExit();
        return process.ExitCode;
    }
}
