using Outlay.Kernel;

namespace Outlay.Ingest.Connect;

/// <summary>
/// A way to a provider's billing data. It finds what there is and fetches it; when, how often and what becomes of it is not its
/// business. Expected failures are problems in the provider's own words with the cause and the fix; one that may pass by itself
/// (throttling, a dropped connection, a server error) is of kind <see cref="ProblemKind.Unavailable"/> and is tried again by the caller.
/// A secret never appears in a problem.
/// </summary>
public interface IConnector
{
    /// <summary>Short name that never changes, such as <c>aws-export</c>; also its address in Setup.</summary>
    string Kind { get; }

    /// <summary>What people call it.</summary>
    string Title { get; }

    /// <summary>The provider's name as FOCUS data has it, such as <c>AWS</c>.</summary>
    string Provider { get; }

    /// <summary>One sentence: what it reads and when to choose it.</summary>
    string Summary { get; }

    /// <summary>What must be set, in the order a person fills it in; forms, the command line and the API are made from it.</summary>
    IReadOnlyList<SettingField> Fields { get; }

    /// <summary>What is wrong with the settings as such, field by field, before anything is called.</summary>
    IReadOnlyList<Problem> Check(SettingValues settings);

    /// <summary>What a person must do on the provider's side, with the settings filled in as far as they are known.</summary>
    IReadOnlyList<SetupSnippet> Snippets(SettingValues settings);

    /// <summary>
    /// The folder of this machine to read in place; null for a connector that finds and fetches. Its deliveries are told by the import.
    /// </summary>
    string? LocalFolder(SettingValues settings) => null;

    /// <summary>Makes each call that a sync needs, one after the other, and says which of them work; ends after the first that fails.</summary>
    IAsyncEnumerable<TestStep> TestAsync(
        SettingValues settings,
        CancellationToken cancellationToken
    );

    /// <summary>The newest delivery of each billing period from <paramref name="from"/> on, newest period first.</summary>
    Task<Result<RemoteListing>> DiscoverAsync(
        SettingValues settings,
        BillingPeriod from,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Writes a file to a stream, without ever holding it in memory. What is written is the version that <see cref="RemoteFile.Version"/>
    /// names, whole, or there is a problem.
    /// </summary>
    /// <returns>What the provider charges for it.</returns>
    Task<Result<PaidCalls>> FetchAsync(
        SettingValues settings,
        RemoteFile file,
        Stream target,
        CancellationToken cancellationToken
    );
}
