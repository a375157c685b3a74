namespace Outlay.State;

/// <summary>The one folder that holds everything Outlay keeps: state, lake, uploads, keys. Copy it and you have a backup.</summary>
public sealed class DataFolder
{
    /// <summary>Takes the folder's path; the folder is made when missing.</summary>
    /// <exception cref="IOException">The folder cannot be made.</exception>
    public DataFolder(string root)
    {
        Root = Path.GetFullPath(root);
        foreach (
            var folder in new[]
            {
                Root,
                Lake,
                Uploads,
                Landing,
                Keys,
                Temp,
                Quarantine,
                Reference,
                Scans,
            }
        )
        {
            Directory.CreateDirectory(folder);
        }
    }

    /// <summary>Absolute path of the folder.</summary>
    public string Root { get; }

    /// <summary>The SQLite database with all state.</summary>
    public string StateFile => Path.Combine(Root, "outlay.db");

    /// <summary>Parquet files: <c>lake/{connection}/{period}/{version}/</c>.</summary>
    public string Lake => Path.Combine(Root, "lake");

    /// <summary>Files that came by upload, kept until their import has succeeded.</summary>
    public string Uploads => Path.Combine(Root, "uploads");

    /// <summary>Files that syncs fetched, kept until they are in the lake.</summary>
    public string Landing => Path.Combine(Root, "landing");

    /// <summary>The schedule of syncs, as the scheduler keeps it.</summary>
    public string ScheduleFile => Path.Combine(Root, "schedule.db");

    /// <summary>The organisation's own tables of facts, which take the place of those that ship.</summary>
    public string Reference => Path.Combine(Root, "reference");

    /// <summary>What scans found: <c>scans/{source}/{time}.jsonl.gz</c>.</summary>
    public string Scans => Path.Combine(Root, "scans");

    /// <summary>Data protection keys.</summary>
    public string Keys => Path.Combine(Root, "keys");

    /// <summary>Scratch space of the engine; safe to empty while nothing runs.</summary>
    public string Temp => Path.Combine(Root, "temp");

    /// <summary>Rows that a load set aside on request, as CSV with the reason.</summary>
    public string Quarantine => Path.Combine(Root, "quarantine");
}
