namespace Outlay.Lake.Sources;

/// <summary>A file and the way to read it.</summary>
/// <param name="Shape">The file.</param>
/// <param name="Normalisation">What becomes of it.</param>
/// <param name="SkipBadRows">Whether rows that fail a check are left out; else the first one ends the reading.</param>
public sealed record Source(SourceShape Shape, Normalisation Normalisation, bool SkipBadRows)
{
    /// <summary>The <see cref="Kernel.Problem.Field"/> of a problem that bad rows cause; a diagnosis tells which.</summary>
    public const string BadRowsField = "rows";
}
