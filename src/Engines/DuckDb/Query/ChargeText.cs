using System.Data.Common;
using Outlay.Focus;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>The values of a charge as text that loses nothing.</summary>
internal static class ChargeText
{
    /// <summary>Reads a column so that <see cref="Read"/> can make text of it; decimals have more digits than .NET's hold.</summary>
    public static string Select(FocusColumn column)
    {
        var name = SqlText.Name(column.Name);
        return column.Type switch
        {
            FocusType.Decimal => $"CAST({name} AS VARCHAR)",
            FocusType.KeyValue =>
                $"CASE WHEN cardinality({name}) > 0 THEN CAST(to_json({name}) AS VARCHAR) END",
            _ => name,
        };
    }

    public static string? Read(DbDataReader reader, int column, FocusType type)
    {
        if (reader.IsDBNull(column))
        {
            return null;
        }

        return type switch
        {
            FocusType.Decimal => Trimmed(reader.GetString(column)),
            FocusType.DateTime => InstantText.Full(reader.GetDateTime(column)),
            _ => reader.GetString(column),
        };
    }

    private static string Trimmed(string number) =>
        number.Contains('.', StringComparison.Ordinal) ? number.TrimEnd('0').TrimEnd('.') : number;
}
