using Outlay.Kernel;

namespace Outlay.Inventory.Calls;

/// <summary>What the parts of one scan over REST share: window, calls, and what could not be read.</summary>
/// <param name="wire">Makes the calls.</param>
/// <param name="started">When the scan began.</param>
/// <param name="window">How far back metrics are read.</param>
/// <param name="fix">What mends a failure that does not say it itself.</param>
/// <param name="cancellationToken">Ends the scan.</param>
public sealed class RestScan(
    RestWire wire,
    DateTimeOffset started,
    TimeSpan window,
    Func<RestException, string> fix,
    CancellationToken cancellationToken
)
{
    /// <summary>Makes the calls.</summary>
    public RestWire Wire => wire;

    /// <summary>When the scan began.</summary>
    public DateTimeOffset Started => started;

    /// <summary>The window of metrics.</summary>
    public ScanWindow Window { get; } = ScanWindow.Before(started, window);

    /// <summary>What could not be read.</summary>
    public GapBook Gaps { get; } = new();

    /// <summary>Ends the scan.</summary>
    public CancellationToken Cancel => cancellationToken;

    /// <summary>Reads something; what fails becomes a gap, and the rest goes on.</summary>
    /// <param name="account">The account.</param>
    /// <param name="region">The region; null for the whole account.</param>
    /// <param name="subject">What is read, in words.</param>
    /// <param name="read">Reads it.</param>
    /// <returns>Whether it was read.</returns>
    public async Task<bool> TryAsync(
        string account,
        string? region,
        string subject,
        Func<Task> read
    )
    {
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            await read();
            Gaps.Worked();
            return true;
        }
        catch (RestException e)
        {
            Gaps.Add(Gap(account, region, subject, e));
            return false;
        }
    }

    private ScanGap Gap(string account, string? region, string subject, RestException failure)
    {
        return new(
            account,
            region,
            subject,
            failure.Operation,
            failure.Cause,
            failure.Fix ?? fix(failure)
        );
    }

    /// <summary>A failure as a problem, for a test that tries calls one by one.</summary>
    public Problem Problem(RestException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return new(
            failure.IsDenied ? ProblemKind.Forbidden : ProblemKind.Unavailable,
            $"{failure.Operation}: {failure.Cause}",
            failure.Fix ?? fix(failure)
        );
    }
}
