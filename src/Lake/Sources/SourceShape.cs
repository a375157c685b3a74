namespace Outlay.Lake.Sources;

/// <summary>How a source file is written.</summary>
public enum SourceKind
{
    /// <summary>Text with a header row, plain or gzip; every value is read as text.</summary>
    Csv,

    /// <summary>Parquet, with its own types.</summary>
    Parquet,

    /// <summary>JSON objects, one a line or one after the other, plain or gzip; every value is read as text, nested ones as JSON text.</summary>
    Json,
}

/// <summary>One column of a source file.</summary>
/// <param name="Name">Its name in the relation <c>source</c>: the header without outer blanks, made unique whatever the case.</param>
/// <param name="Header">Header exactly as the file writes it.</param>
/// <param name="Type">SQL type it is read as; VARCHAR for every column of a CSV file.</param>
/// <param name="Samples">Distinct values from the file's beginning, nulls left out.</param>
public sealed record SourceField(
    string Name,
    string Header,
    string Type,
    IReadOnlyList<string> Samples
);

/// <summary>What a look at a file's beginning tells.</summary>
/// <param name="Path">Absolute path.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="Delimiter">What separates fields; of no meaning for Parquet.</param>
/// <param name="Fields">Its columns in file order.</param>
public sealed record SourceShape(
    string Path,
    SourceKind Kind,
    char Delimiter,
    IReadOnlyList<SourceField> Fields
);
