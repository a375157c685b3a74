namespace Outlay.Web;

/// <summary>What the host tells the pages about the program they belong to.</summary>
public sealed class WebOptions
{
    /// <summary>Version of the program.</summary>
    public string Version { get; set; } = "";

    /// <summary>The folder that holds everything, as an absolute path.</summary>
    public string DataFolder { get; set; } = "";

    /// <summary>Largest file that may be uploaded, in bytes; 2 GB unless set. Larger files are imported by path.</summary>
    public long UploadLimit { get; set; } = 2_000_000_000;

    /// <summary>Limits in force, as name and value, shown read-only in Settings: memory, threads, query time.</summary>
    public IList<KeyValuePair<string, string>> Limits { get; } = [];
}
