namespace Outlay.Connectors.FocusFiles.Repairs;

/// <summary>
/// One known fault of a provider's FOCUS files and what stands in its place. Both expressions are over the file as it came, so that no
/// repair depends on another; the first one that holds for a column of a row wins.
/// </summary>
/// <param name="Name">Name under which <c>x_Repairs</c> of the row records it.</param>
/// <param name="Column">FOCUS column that it mends.</param>
/// <param name="When">Condition of the rows that have the fault; rows already mended must not meet it.</param>
/// <param name="Value">The value in its place, of the column's type in the lake.</param>
internal sealed record Repair(string Name, string Column, string When, string Value)
{
    /// <summary>A repair that has its column's name.</summary>
    public Repair(string column, string when, string value)
        : this(column, column, when, value) { }
}
