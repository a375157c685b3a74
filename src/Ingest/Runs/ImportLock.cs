using Outlay.Kernel;
using Outlay.State;

namespace Outlay.Ingest.Runs;

/// <summary>One import at a time for a data folder, over all processes; a process that dies lets go.</summary>
internal sealed class ImportLock : IDisposable
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);
    private readonly FileStream _file;

    private ImportLock(FileStream file) => _file = file;

    /// <summary>Takes the lock if it is free.</summary>
    public static ImportLock? TryTake(DataFolder folder)
    {
        try
        {
            return new ImportLock(
                new FileStream(
                    Path.Combine(folder.Root, "import.lock"),
                    FileMode.OpenOrCreate,
                    FileAccess.ReadWrite,
                    FileShare.None
                )
            );
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Waits for the lock.</summary>
    public static async Task<Result<ImportLock>> TakeAsync(
        DataFolder folder,
        TimeSpan wait,
        TimeProvider time,
        Action waiting,
        CancellationToken cancellationToken
    )
    {
        var start = time.GetTimestamp();
        while (true)
        {
            if (TryTake(folder) is { } taken)
            {
                return taken;
            }

            waiting();
            if (time.GetElapsedTime(start) >= wait)
            {
                return new Problem(
                    ProblemKind.Conflict,
                    $"Another import of {folder.Root} is still running.",
                    "Wait for it to end, then retry."
                );
            }

            await Task.Delay(Pace, time, cancellationToken);
        }
    }

    public void Dispose() => _file.Dispose();
}
