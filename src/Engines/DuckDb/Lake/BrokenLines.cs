namespace Outlay.Engines.DuckDb.Lake;

/// <summary>What becomes of lines that do not have the header's number of fields.</summary>
internal enum BrokenLines
{
    /// <summary>The first one ends the reading.</summary>
    Raise,

    /// <summary>They are left out.</summary>
    Skip,

    /// <summary>They are left out and kept in a table of the connection.</summary>
    Record,
}
