namespace Outlay.Inventory.Calls;

/// <summary>What a scan could not read, and whether it read anything at all. Many readers write in it at once.</summary>
public sealed class GapBook
{
    private readonly Lock _lock = new();
    private readonly List<ScanGap> _gaps = [];
    private int _worked;

    /// <summary>Whether anything at all could be read.</summary>
    public bool HasWorked => Volatile.Read(ref _worked) > 0;

    /// <summary>The gaps, each once, in order.</summary>
    public IReadOnlyList<ScanGap> All
    {
        get
        {
            lock (_lock)
            {
                return
                [
                    .. _gaps
                        .Distinct()
                        .OrderBy(g => g.AccountId, StringComparer.Ordinal)
                        .ThenBy(g => g.Region, StringComparer.Ordinal)
                        .ThenBy(g => g.Operation, StringComparer.Ordinal),
                ];
            }
        }
    }

    /// <summary>The gap that most others share cause and remedy with; null without any.</summary>
    public ScanGap? Commonest =>
        All.GroupBy(g => (g.Cause, g.Fix))
            .OrderByDescending(g => g.Count())
            .FirstOrDefault()
            ?.First();

    /// <summary>Notes a gap.</summary>
    public void Add(ScanGap gap)
    {
        lock (_lock)
        {
            _gaps.Add(gap);
        }
    }

    /// <summary>Notes that something was read.</summary>
    public void Worked() => Interlocked.Increment(ref _worked);
}
