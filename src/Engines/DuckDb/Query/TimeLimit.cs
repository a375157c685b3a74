namespace Outlay.Engines.DuckDb.Query;

/// <summary>How long work may take, and the setting that says so.</summary>
internal sealed record TimeLimit(int Seconds, string Setting)
{
    public static TimeLimit Question(DuckDbOptions options) =>
        new(options.TimeoutSeconds, nameof(DuckDbOptions.TimeoutSeconds));

    public static TimeLimit Export(DuckDbOptions options) =>
        new(options.ExportTimeoutSeconds, nameof(DuckDbOptions.ExportTimeoutSeconds));
}
