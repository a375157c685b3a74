using System.Globalization;
using System.Text.Json;
using Dapper;
using Outlay.Optimization.Rules;
using Outlay.State;

namespace Outlay.Optimization.Analysis;

/// <summary>What the last analysis went by and came to, and the bounds that people set.</summary>
internal sealed class AnalysisStore(StateDatabase database, TimeProvider time)
{
    public (string Stamp, AnalysisReport Report)? Last()
    {
        using var open = database.Open();
        var row = open.QuerySingleOrDefault<(string Stamp, string Body)?>(
            "SELECT stamp, body FROM analysis"
        );
        return
            row is { } found && JsonSerializer.Deserialize<AnalysisReport>(found.Body) is { } report
            ? (found.Stamp, report)
            : null;
    }

    public void Save(string stamp, AnalysisReport report)
    {
        using var open = database.Open();
        open.Execute(
            "INSERT INTO analysis (id, stamp, at, body) VALUES (1, @stamp, @at, @body) ON CONFLICT (id) DO UPDATE SET stamp = @stamp, at = @at, body = @body",
            new
            {
                stamp,
                at = time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
                body = JsonSerializer.Serialize(report),
            }
        );
    }

    public string SettingsText()
    {
        using var open = database.Open();
        return open.QuerySingleOrDefault<string>("SELECT body FROM optimization_setting") ?? "{}";
    }

    public RuleSettings Settings() =>
        JsonSerializer.Deserialize<RuleSettings>(SettingsText()) ?? new RuleSettings();

    public void Set(RuleSettings settings)
    {
        using var open = database.Open();
        open.Execute(
            "INSERT INTO optimization_setting (id, body) VALUES (1, @body) ON CONFLICT (id) DO UPDATE SET body = @body",
            new { body = JsonSerializer.Serialize(settings) }
        );
    }
}
