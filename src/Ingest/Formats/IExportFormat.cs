using Outlay.Ingest.Mapping;
using Outlay.Kernel;
using Outlay.Lake.Sources;

namespace Outlay.Ingest.Formats;

/// <summary>A format of billing files: knows its own by the header and says how they become charges. One for each connector.</summary>
public interface IExportFormat
{
    /// <summary>
    /// How the file becomes charges; null when it is not of this format; a problem when it is, but cannot be loaded. Told by header and
    /// samples, never by the file's name.
    /// </summary>
    Result<Normalisation>? Plan(SourceShape shape, FormatOptions options);
}

/// <summary>What a person said about files that do not say it themselves.</summary>
/// <param name="Currency">Billing currency of rows without one.</param>
/// <param name="Map">Which column is what, for a file that no format knows; null for the map that is kept for its headers.</param>
public sealed record FormatOptions(string? Currency, ColumnMap? Map = null);
