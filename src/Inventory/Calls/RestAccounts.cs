using Outlay.Kernel;

namespace Outlay.Inventory.Calls;

/// <summary>Reads the accounts of a scan over REST, some side by side, and makes its snapshot.</summary>
public static class RestAccounts
{
    private const int AtOnce = 4;

    /// <summary>Reads all accounts.</summary>
    /// <param name="scan">What the parts share.</param>
    /// <param name="provider">The provider as FOCUS data has it.</param>
    /// <param name="parts">The accounts.</param>
    /// <param name="read">Reads an account.</param>
    /// <param name="progress">Told after each account.</param>
    /// <param name="time">The clock.</param>
    /// <param name="none">What to say when there is no account.</param>
    public static async Task<Result<Snapshot>> CollectAsync<T>(
        RestScan scan,
        string provider,
        IReadOnlyList<T> parts,
        Func<T, Task> read,
        IProgress<ScanProgress> progress,
        TimeProvider time,
        Problem none
    )
        where T : RestPart
    {
        ArgumentNullException.ThrowIfNull(scan);
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(progress);
        ArgumentNullException.ThrowIfNull(time);
        var found = 0;
        var done = 0;
        await Parallel.ForEachAsync(
            parts,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = AtOnce,
                CancellationToken = scan.Cancel,
            },
            async (part, _) =>
            {
                await read(part);
                progress.Report(
                    new ScanProgress(
                        Interlocked.Increment(ref done),
                        parts.Count,
                        Interlocked.Add(ref found, part.Found.Count),
                        scan.Wire.Ledger.Total,
                        part.Name ?? part.Id
                    )
                );
            }
        );
        return parts.Count > 0 && scan.Gaps.HasWorked
            ? SnapshotOf(scan, provider, parts, time.GetUtcNow())
            : Nothing(scan, none);
    }

    private static Snapshot SnapshotOf(
        RestScan scan,
        string provider,
        IReadOnlyList<RestPart> parts,
        DateTimeOffset finished
    ) =>
        new()
        {
            Provider = provider,
            Started = scan.Started,
            Finished = finished,
            MeasuredFrom = scan.Window.From,
            Accounts =
            [
                .. parts.Select(p => new ScannedAccount(
                    p.Id,
                    p.Name,
                    [.. p.Found.Select(r => r.Region).Distinct().Order(StringComparer.Ordinal)]
                )),
            ],
            Resources =
            [
                .. parts
                    .SelectMany(p => p.Found)
                    .OrderBy(r => r.AccountId, StringComparer.Ordinal)
                    .ThenBy(r => r.Region, StringComparer.Ordinal)
                    .ThenBy(r => r.Name, StringComparer.Ordinal),
            ],
            // Accounts may be offered different types of a region; what one may have, all are shown.
            MachineTypes =
            [
                .. parts
                    .SelectMany(p => p.Types)
                    .GroupBy(t => (t.Region, t.Name))
                    .OrderBy(g => g.Key.Region, StringComparer.Ordinal)
                    .ThenBy(g => g.Key.Name, StringComparer.Ordinal)
                    .Select(g => g.OrderByDescending(t => t.IsCurrent).First()),
            ],
            Gaps = scan.Gaps.All,
            Calls = scan.Wire.Ledger.All,
        };

    private static Problem Nothing(RestScan scan, Problem none) =>
        scan.Gaps.Commonest is { } gap
            ? new(
                ProblemKind.Forbidden,
                $"Nothing could be read; {gap.Operation}: {gap.Cause}",
                gap.Fix
            )
            : none;
}
