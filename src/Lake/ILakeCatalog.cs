using Outlay.Kernel;

namespace Outlay.Lake;

/// <summary>What readers see at one moment: the published loads, unchanging while it is held.</summary>
/// <param name="Revision">Grows with every publish.</param>
/// <param name="Loads">The published loads.</param>
public sealed record LakeSnapshot(long Revision, IReadOnlyList<Load> Loads);

/// <summary>The catalog of loads in the state database. Publishing is one transaction, so readers see the old or the new version, never both.</summary>
public interface ILakeCatalog
{
    /// <summary>The published loads now. Cheap: read again only when the revision changed.</summary>
    LakeSnapshot Current();

    /// <summary>One load of any state, or null.</summary>
    Load? Find(long id);

    /// <summary>All kept versions of one connection's period, newest first.</summary>
    IReadOnlyList<Load> Versions(string connection, BillingPeriod period);

    /// <summary>Makes a superseded version the published one again, in one transaction.</summary>
    Result<Load> Restore(long id);

    /// <summary>Takes every load of a connection out of the lake, in one transaction; the files go with the next sweep.</summary>
    void Forget(string connection);
}
