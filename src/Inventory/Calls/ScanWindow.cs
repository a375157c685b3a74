namespace Outlay.Inventory.Calls;

/// <summary>The window that metrics are read for: whole hours, the last of them over when the scan begins.</summary>
/// <param name="From">Its start.</param>
/// <param name="To">Its end, not included.</param>
public readonly record struct ScanWindow(DateTimeOffset From, DateTimeOffset To)
{
    /// <summary>The window of a length before a moment; at least an hour.</summary>
    public static ScanWindow Before(DateTimeOffset started, TimeSpan length)
    {
        var to = new DateTimeOffset(
            started.UtcTicks / TimeSpan.TicksPerHour * TimeSpan.TicksPerHour,
            TimeSpan.Zero
        );
        return new(to - TimeSpan.FromHours(Math.Max(1, Math.Floor(length.TotalHours))), to);
    }
}
