using Outlay.Kernel;

namespace Outlay.Inventory;

/// <summary>
/// Reads what a cloud holds and how busy it is. It collects and does not judge; what it may not read becomes a <see cref="ScanGap"/>, and
/// the rest is whole.
/// </summary>
public interface IInventoryCollector
{
    /// <summary>Short name that never changes, such as <c>aws</c>; also its address.</summary>
    string Kind { get; }

    /// <summary>What people call it.</summary>
    string Title { get; }

    /// <summary>The provider's name as FOCUS data has it.</summary>
    string Provider { get; }

    /// <summary>One sentence: what it reads and what it costs.</summary>
    string Summary { get; }

    /// <summary>What must be set, in the order a person fills it in.</summary>
    IReadOnlyList<SettingField> Fields { get; }

    /// <summary>What is wrong with the settings as such, field by field, before anything is called.</summary>
    IReadOnlyList<Problem> Check(SettingValues settings);

    /// <summary>What a person must do on the provider's side, with the settings filled in as far as they are known.</summary>
    IReadOnlyList<SetupSnippet> Snippets(SettingValues settings);

    /// <summary>Makes one call of each kind that a scan needs and says which of them work.</summary>
    IAsyncEnumerable<TestStep> TestAsync(
        SettingValues settings,
        CancellationToken cancellationToken
    );

    /// <summary>Looks at every account and region that the settings name.</summary>
    /// <param name="settings">The settings.</param>
    /// <param name="window">How far back metrics are read.</param>
    /// <param name="progress">Told after each part.</param>
    /// <param name="cancellationToken">Ends the scan; nothing is kept.</param>
    /// <returns>The snapshot, gaps named; a problem when nothing at all could be read.</returns>
    Task<Result<Snapshot>> CollectAsync(
        SettingValues settings,
        TimeSpan window,
        IProgress<ScanProgress> progress,
        CancellationToken cancellationToken
    );
}

/// <summary>How far a scan is.</summary>
/// <param name="Done">Parts (an account's service in a region) that are done.</param>
/// <param name="Total">All parts, as far as is known.</param>
/// <param name="Resources">Resources found so far.</param>
/// <param name="Calls">Calls made so far.</param>
/// <param name="Now">What is being read.</param>
public sealed record ScanProgress(int Done, int Total, int Resources, int Calls, string Now);
