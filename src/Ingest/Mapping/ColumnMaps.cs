using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Outlay.Ingest.Formats;
using Outlay.Ingest.Ledger;
using Outlay.Lake.Sources;
using Outlay.State;

namespace Outlay.Ingest.Mapping;

/// <summary>The column maps that people made, one for each set of headers, so that the next file of the kind needs no questions.</summary>
public sealed class ColumnMaps(StateDatabase database)
{
    /// <summary>The map of files with these headers; null when there is none.</summary>
    public ColumnMap? Find(SourceShape shape)
    {
        using var connection = database.Open();
        var json = connection.QuerySingleOrDefault<string>(
            "SELECT map FROM column_map WHERE headers = @headers",
            new { headers = Headers(shape) }
        );
        return json is null ? null : LedgerJson.Read<ColumnMap>(json);
    }

    /// <summary>Keeps the map of files with these headers in place of a former one.</summary>
    public void Save(SourceShape shape, ColumnMap map)
    {
        using var connection = database.Open();
        connection.Execute(
            "INSERT INTO column_map (headers, map) VALUES (@headers, @map) ON CONFLICT (headers) DO UPDATE SET map = @map",
            new { headers = Headers(shape), map = Text(map) }
        );
    }

    /// <summary>Identity of a map; see <see cref="Normalisation.Mapping"/>.</summary>
    public static string Identity(ColumnMap map) => Hash(Text(map));

    private static string Text(ColumnMap map) => JsonSerializer.Serialize(map, LedgerJson.Options);

    private static string Headers(SourceShape shape) =>
        Hash(
            string.Join(
                '\n',
                shape.Fields.Select(f => NativeColumn.Key(f.Header)).Order(StringComparer.Ordinal)
            )
        );

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
