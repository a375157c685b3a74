namespace Outlay.Ingest.Formats;

/// <summary>A table of facts that ships with a format, such as services and their FOCUS categories.</summary>
/// <param name="Name">Its name, such as <c>aws-services</c>; a file of that name in the data folder's <c>reference</c> takes its place.</param>
/// <param name="Beside">Type beside which the shipped file is embedded.</param>
/// <param name="File">Name of the shipped file.</param>
/// <param name="AsOf">The day its facts were gathered.</param>
public sealed record ReferenceTable(string Name, Type Beside, string File, DateOnly AsOf)
{
    /// <summary>The shipped file.</summary>
    public Stream Open() => Resource.Open(Beside, File);
}
