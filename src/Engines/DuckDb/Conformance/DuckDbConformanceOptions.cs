namespace Outlay.Engines.DuckDb.Conformance;

/// <summary>What a conformance check may use. Each check runs in an engine of its own that is gone when the check is done.</summary>
public sealed class DuckDbConformanceOptions
{
    /// <summary>Most memory one check takes before it spills to disk, in MB.</summary>
    public int MemoryMb { get; set; } = 512;

    /// <summary>Worker threads of one check; 0 for one per processor.</summary>
    public int Threads { get; set; }

    /// <summary>Where a check keeps its working copy of a text file; null for the system's temporary folder.</summary>
    public string? TempFolder { get; set; }

    /// <summary>Examples kept per finding.</summary>
    public int Examples { get; set; } = 5;
}
