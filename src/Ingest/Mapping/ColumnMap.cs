namespace Outlay.Ingest.Mapping;

/// <summary>How numbers are written in a file.</summary>
public enum NumberStyle
{
    /// <summary>1234.56</summary>
    Point,

    /// <summary>1,234.56</summary>
    PointWithCommas,

    /// <summary>1234,56</summary>
    Comma,

    /// <summary>1.234,56</summary>
    CommaWithPoints,

    /// <summary>1 234,56</summary>
    CommaWithBlanks,
}

/// <summary>How days are written in a file. Nobody can tell 01/02/2026 without being told.</summary>
public enum DateStyle
{
    /// <summary>2026-11-30, with or without a time.</summary>
    Iso,

    /// <summary>11/30/2026</summary>
    MonthFirst,

    /// <summary>30/11/2026</summary>
    DayFirst,

    /// <summary>30.11.2026</summary>
    DayFirstWithPoints,

    /// <summary>20261130</summary>
    Compact,

    /// <summary>2026-11 or 202611, a month as a whole.</summary>
    Month,
}

/// <summary>How a table of costs that no format knows becomes charges: a person says which column is what.</summary>
public sealed record ColumnMap
{
    /// <summary>Name of the kind of file, such as the vendor's.</summary>
    public required string Name { get; init; }

    /// <summary>Header of the file by FOCUS column.</summary>
    public IReadOnlyDictionary<string, string> Columns { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Value by FOCUS column, the same for all rows; a column of the file goes before it where it has a value.</summary>
    public IReadOnlyDictionary<string, string> Constants { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Headers of columns that become tags of that name.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>How numbers are written.</summary>
    public NumberStyle Numbers { get; init; }

    /// <summary>How days are written.</summary>
    public DateStyle Dates { get; init; }

    /// <summary>Whether the file writes costs as negative amounts.</summary>
    public bool Negate { get; init; }
}
