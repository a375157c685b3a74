using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Outlay.Lake;

/// <summary>Makes files and their names survive a power cut. A process that merely dies needs none of this.</summary>
internal static class DiskSync
{
    /// <summary>Brings all files of a folder, and their names, to the disk.</summary>
    public static void Folder(string path)
    {
        foreach (var file in Directory.EnumerateFiles(path))
        {
            using var handle = File.OpenHandle(file, FileMode.Open, FileAccess.ReadWrite);
            RandomAccess.FlushToDisk(handle);
        }

        Entries(path);
    }

    /// <summary>Brings a folder's own name to the disk, up to a folder that is known to be there.</summary>
    public static void Name(string path, string root)
    {
        for (
            var parent = Path.GetDirectoryName(path);
            parent is not null && parent.StartsWith(root, StringComparison.Ordinal);
            parent = Path.GetDirectoryName(parent)
        )
        {
            Entries(parent);
        }
    }

    private static void Entries(string folder)
    {
        // Windows keeps names in a journal of its own and opens no folder for flushing.
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var descriptor = NativeOpen(folder, 0);
        if (descriptor < 0)
        {
            throw new IOException(
                $"{folder} cannot be opened to make it durable.",
                new Win32Exception(Marshal.GetLastPInvokeError())
            );
        }

        try
        {
            if (NativeSync(descriptor) != 0)
            {
                throw new IOException(
                    $"{folder} cannot be made durable.",
                    new Win32Exception(Marshal.GetLastPInvokeError())
                );
            }
        }
        finally
        {
            _ = NativeClose(descriptor);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int NativeOpen(
        [MarshalAs(UnmanagedType.LPUTF8Str)] string path,
        int flags
    );

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int NativeSync(int descriptor);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int NativeClose(int descriptor);
}
