namespace Outlay.Ingest.Runs;

/// <summary>A file to import.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Name">Name as the user gave it, or below the folder the user gave.</param>
/// <param name="Bytes">Size.</param>
/// <param name="Folder">Name of the folder the user gave; null when the user gave the file.</param>
internal sealed record FoundFile(string Path, string Name, long Bytes, string? Folder);
