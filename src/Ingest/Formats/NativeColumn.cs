using Outlay.Focus;
using Outlay.Lake.Sources;

namespace Outlay.Ingest.Formats;

/// <summary>A column of a provider's own export, under the one name that the mapping's SQL calls it.</summary>
/// <param name="Name">Name in the relation <c>native</c>.</param>
/// <param name="Type">What it is read as: text, exact number, instant, key-values or JSON text.</param>
/// <param name="Headers">
/// Other headers it is found under. Headers are compared by their letters and digits alone, so that
/// <c>lineItem/UnblendedCost</c> and <c>line_item_unblended_cost</c> are one.
/// </param>
public sealed record NativeColumn(string Name, FocusType Type, params IReadOnlyList<string> Headers)
{
    /// <summary>Whether the provider writes more than 18 fraction digits, which are then rounded.</summary>
    public bool MayRound { get; init; }

    /// <summary>What is left of a header when dialects are put aside.</summary>
    public static string Key(string header) =>
        string.Concat(header.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>The column's value from a field of the source.</summary>
    internal string Value(SourceField field) =>
        Type switch
        {
            FocusType.String => SourceValue.Text(field),
            FocusType.Decimal when MayRound && SourceValue.IsText(field) =>
                $"to_rounded({SourceValue.Text(field)})",
            FocusType.Decimal => SourceValue.Exact(field),
            FocusType.DateTime => SourceValue.Instant(field),
            FocusType.KeyValue => SourceValue.Map(field),
            FocusType.Json => SourceValue.Json(field),
            _ => throw new InvalidOperationException($"{Type} is no type of a column."),
        };

    /// <summary>The column where the source has none.</summary>
    internal string Absent() =>
        SourceValue.NullOf(
            Type switch
            {
                FocusType.Decimal => "DECIMAL(38, 18)",
                FocusType.DateTime => "TIMESTAMP",
                FocusType.KeyValue => "MAP(VARCHAR, VARCHAR)",
                _ => "VARCHAR",
            }
        );
}
