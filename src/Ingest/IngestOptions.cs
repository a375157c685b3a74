namespace Outlay.Ingest;

/// <summary>Settings of imports.</summary>
public sealed class IngestOptions
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "Ingest";

    /// <summary>Replaced versions of a load that are kept, so that a restatement can be shown or undone.</summary>
    public int KeepVersions { get; set; } = 3;

    /// <summary>Largest upload in bytes.</summary>
    public long MaxUploadBytes { get; set; } = 2L * 1024 * 1024 * 1024;

    /// <summary>How long an import waits for another one of this data folder to end.</summary>
    public TimeSpan LockWait { get; set; } = TimeSpan.FromMinutes(30);
}
