namespace Outlay.Engines.DuckDb.Lake;

/// <summary>Limits of the engine that imports run on; it is another instance than the one that answers queries.</summary>
public sealed class LakeEngineOptions
{
    /// <summary>Section of the settings.</summary>
    public const string Section = "Lake";

    /// <summary>Most memory an import may take before it spills to the data folder, in MB.</summary>
    public int MemoryMb { get; set; } = 1024;

    /// <summary>Worker threads; 0 for one for each processor.</summary>
    public int Threads { get; set; }
}
