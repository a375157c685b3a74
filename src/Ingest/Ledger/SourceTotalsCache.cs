using System.Text.Json;
using Dapper;
using Outlay.Lake.Sources;
using Outlay.State;

namespace Outlay.Ingest.Ledger;

/// <summary>Totals of files that were summed before, so that a folder with one new month is not read through again.</summary>
internal sealed class SourceTotalsCache(StateDatabase database)
{
    public SourceTotals? Find(string key)
    {
        using var connection = database.Open();
        var json = connection.QuerySingleOrDefault<string>(
            "SELECT totals FROM source_totals WHERE id = @key",
            new { key }
        );
        return json is null ? null : LedgerJson.Read<SourceTotals>(json);
    }

    public void Keep(string key, SourceTotals totals)
    {
        using var connection = database.Open();
        connection.Execute(
            "INSERT INTO source_totals (id, totals) VALUES (@key, @totals) ON CONFLICT (id) DO UPDATE SET totals = @totals",
            new { key, totals = JsonSerializer.Serialize(totals, LedgerJson.Options) }
        );
    }
}
