namespace Outlay.Focus;

/// <summary>The kind of value a FOCUS column holds.</summary>
public enum FocusType
{
    /// <summary>Text.</summary>
    String,

    /// <summary>Exact number: money, price or quantity.</summary>
    Decimal,

    /// <summary>Instant, UTC.</summary>
    DateTime,

    /// <summary>Flat map of text keys to values, such as tags.</summary>
    KeyValue,

    /// <summary>Structured JSON, kept as text.</summary>
    Json,
}

/// <summary>How binding a column's presence is.</summary>
public enum FeatureLevel
{
    /// <summary>Must be there.</summary>
    Mandatory,

    /// <summary>Must be there when the provider has the feature.</summary>
    Conditional,

    /// <summary>Should be there.</summary>
    Recommended,
}

/// <summary>A rule on the written form of a value, beyond its type.</summary>
public enum FocusFormat
{
    /// <summary>None.</summary>
    None,

    /// <summary>Not below zero.</summary>
    NonNegative,

    /// <summary>ISO 4217 code.</summary>
    Currency,

    /// <summary>FOCUS unit format.</summary>
    Unit,
}

/// <summary>One column of the FOCUS CostAndUsage dataset.</summary>
/// <param name="Name">Column id, such as <c>BilledCost</c>.</param>
/// <param name="Type">Kind of value.</param>
/// <param name="Level">How binding its presence is.</param>
/// <param name="Nullable">Whether the specification lets it be null.</param>
/// <param name="Format">Rule on the written form.</param>
/// <param name="Introduced">First version that has it.</param>
/// <param name="Removed">First version that no longer has it; null while it lives.</param>
/// <param name="AllowedValues">The closed set of values; empty when open.</param>
public sealed record FocusColumn(
    string Name,
    FocusType Type,
    FeatureLevel Level,
    bool Nullable,
    FocusFormat Format,
    FocusVersion Introduced,
    FocusVersion? Removed,
    IReadOnlyList<string> AllowedValues
)
{
    /// <summary>Whether the version has the column.</summary>
    public bool IsIn(FocusVersion version) =>
        version >= Introduced && (Removed is null || version < Removed);

    /// <summary>
    /// The column's type in the lake: money, prices and quantities as DECIMAL(38,18), so that nothing a source
    /// carries is lost; instants as TIMESTAMP in UTC; key-values as MAP; everything else as text.
    /// </summary>
    public string LakeType =>
        Type switch
        {
            FocusType.Decimal => "DECIMAL(38,18)",
            FocusType.DateTime => "TIMESTAMP",
            FocusType.KeyValue => "MAP(VARCHAR, VARCHAR)",
            FocusType.String or FocusType.Json => "VARCHAR",
            _ => throw new InvalidOperationException($"{Type} has no lake type."),
        };
}
