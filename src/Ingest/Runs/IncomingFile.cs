using Outlay.Kernel;
using Outlay.Lake.Sources;

namespace Outlay.Ingest.Runs;

/// <summary>A file on its way into the lake: what is known of it grows step by step, until it is written or has a problem.</summary>
internal sealed class IncomingFile(FoundFile found)
{
    public FoundFile Found { get; } = found;

    /// <summary>Hash of its bytes.</summary>
    public string Sha256 { get; set; } = "";

    /// <summary>How it is read; null until its header is understood.</summary>
    public Source? Source { get; set; }

    /// <summary>What it holds; null until it is summed.</summary>
    public SourceTotals? Totals { get; set; }

    /// <summary>Rows left out of it; null when none were looked for.</summary>
    public BadRows? BadRows { get; set; }

    /// <summary>What stops it.</summary>
    public Problem? Problem { get; set; }

    /// <summary>Connection it belongs to.</summary>
    public string Connection { get; set; } = "";

    /// <summary>Name of the file with the same bytes in this run.</summary>
    public string? TwinOf { get; set; }

    /// <summary>Whether its charges are written.</summary>
    public bool IsWritten { get; set; }

    /// <summary>Time spent on it.</summary>
    public TimeSpan Elapsed { get; set; }

    /// <summary>Whether it cannot be read at all, so that nobody knows which periods it has a part in.</summary>
    public bool IsUnreadable { get; set; }

    /// <summary>Name under which it stands in an import.</summary>
    public string Name => Found.Name;
}
