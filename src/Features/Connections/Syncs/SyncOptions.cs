namespace Outlay.Connections.Syncs;

/// <summary>Settings of syncs.</summary>
public sealed class SyncOptions
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "Sync";

    /// <summary>Connections that are synchronised side by side.</summary>
    public int ParallelSyncs { get; set; } = 3;

    /// <summary>Files of a connection that are fetched side by side.</summary>
    public int ParallelDownloads { get; set; } = 4;

    /// <summary>How often a call that may succeed later is tried again.</summary>
    public int Retries { get; set; } = 4;

    /// <summary>Wait before the first retry; it doubles each time, with some chance in it.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long a download may bring nothing before it is given up and tried again.</summary>
    public TimeSpan StallLimit { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Disk space that fetching leaves free, in bytes.</summary>
    public long KeepFreeBytes { get; set; } = 256L * 1024 * 1024;
}
