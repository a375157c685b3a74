namespace Outlay.Engines.DuckDb.Query;

/// <summary>Limits of the engine that answers queries; it is another instance than the one that imports run on.</summary>
public sealed class DuckDbOptions
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "Query";

    /// <summary>Most memory that all queries together may take before they spill to disk, in MB.</summary>
    public int MemoryMb { get; set; } = 1024;

    /// <summary>Worker threads; 0 for one for each processor.</summary>
    public int Threads { get; set; }

    /// <summary>Queries that run at once; more wait.</summary>
    public int MaxConcurrent { get; set; } = 4;

    /// <summary>Longest time of a query, waiting included, in seconds.</summary>
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>Longest time of an export, in seconds.</summary>
    public int ExportTimeoutSeconds { get; set; } = 900;

    /// <summary>Answers kept for the next who asks the same; 0 for none.</summary>
    public int CachedAnswers { get; set; } = 64;

    /// <summary>Where queries spill; null for the system's temporary files.</summary>
    public string? TempFolder { get; set; }

    /// <summary>Answers from every charge even where the daily rollup could; to compare the two.</summary>
    internal bool ForceCharges { get; set; }
}
