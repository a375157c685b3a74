using Outlay.Kernel;

namespace Outlay.Lake;

/// <summary>
/// Makes loads visible. Files are written to a folder that no reader looks at, then brought to their place by a rename, then listed by
/// one transaction; a process that ends anywhere between leaves the last published version untouched. One writer at a time.
/// </summary>
public interface ILoadPublisher
{
    /// <summary>Makes an empty folder to write a new version to.</summary>
    LoadFolder Prepare(string connection, BillingPeriod period);

    /// <summary>
    /// Moves a folder to its place and makes its load the published one. Number, state and time are given here, and so are the final
    /// paths of its files. Versions beyond <paramref name="keepVersions"/> superseded ones are deleted.
    /// </summary>
    Load Publish(LoadFolder folder, Load draft, IReadOnlyList<string> accounts, int keepVersions);

    /// <summary>Removes a folder that is not to be published.</summary>
    void Discard(LoadFolder folder);

    /// <summary>The published load of a connection's period and the billing accounts in it; null when there is none.</summary>
    PublishedLoad? Published(string connection, BillingPeriod period);

    /// <summary>Deletes folders that no load lists: what ended processes left behind. Only while no import runs.</summary>
    void Sweep();
}

/// <summary>Where a new version is written.</summary>
/// <param name="Connection">Connection.</param>
/// <param name="Period">Billing period.</param>
/// <param name="Version">Version name.</param>
/// <param name="Path">Absolute path of the folder to write to.</param>
public sealed record LoadFolder(
    string Connection,
    BillingPeriod Period,
    string Version,
    string Path
);

/// <summary>A published load and whom it bills.</summary>
/// <param name="Load">The load.</param>
/// <param name="Accounts">Its billing accounts.</param>
public sealed record PublishedLoad(Load Load, IReadOnlyList<string> Accounts);
