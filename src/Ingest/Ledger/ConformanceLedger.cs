using System.Globalization;
using System.Text.Json;
using Dapper;
using Outlay.Focus.Conformance;
using Outlay.State;

namespace Outlay.Ingest.Ledger;

/// <summary>Conformance reports by the hash of the file they are about.</summary>
public sealed class ConformanceLedger(StateDatabase database, TimeProvider time)
{
    /// <summary>The report on a file; null while it has not been checked.</summary>
    public ConformanceReport? Find(string sha256)
    {
        using var connection = database.Open();
        var json = connection.QuerySingleOrDefault<string>(
            "SELECT report FROM conformance WHERE sha256 = @sha256",
            new { sha256 }
        );
        return json is null ? null : LedgerJson.Read<ConformanceReport>(json);
    }

    /// <summary>Keeps a report.</summary>
    public void Keep(string sha256, ConformanceReport report)
    {
        using var connection = database.Open();
        connection.Execute(
            """
            INSERT INTO conformance (sha256, checked_at, report) VALUES (@sha256, @at, @report)
            ON CONFLICT (sha256) DO UPDATE SET checked_at = @at, report = @report
            """,
            new
            {
                sha256,
                at = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
                report = JsonSerializer.Serialize(report, LedgerJson.Options),
            }
        );
    }
}
