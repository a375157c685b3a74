using System.Globalization;
using Outlay.Kernel;

namespace Outlay.Host;

/// <summary>A setting that takes a whole number within bounds.</summary>
internal sealed record NumberSetting(string Key, long Least, long Most)
{
    private const long MaxMegabytes = 1024 * 1024;

    /// <summary>All of them; their meaning stands at the options they bind to.</summary>
    public static IReadOnlyList<NumberSetting> All { get; } =
    [
        new("Query:MemoryMb", 64, MaxMegabytes),
        new("Query:Threads", 0, 256),
        new("Query:MaxConcurrent", 1, 64),
        new("Query:TimeoutSeconds", 1, 3600),
        new("Query:ExportTimeoutSeconds", 1, 86400),
        new("Query:CachedAnswers", 0, 100_000),
        new("Lake:MemoryMb", 128, MaxMegabytes),
        new("Lake:Threads", 0, 256),
        new("Ingest:KeepVersions", 0, 1000),
        new("Ingest:MaxUploadBytes", 1024 * 1024, long.MaxValue),
    ];

    /// <summary>What is wrong with it; null when it is right or absent.</summary>
    public Problem? Check(IConfiguration configuration)
    {
        var text = configuration[Key];
        var isRight =
            text is null
            || (
                long.TryParse(
                    text,
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                && number >= Least
                && number <= Most
            );
        return isRight
            ? null
            : new Problem(
                ProblemKind.Invalid,
                $"{Key} is '{text}'.",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Write a whole number from {Least} to {Most} (environment {Variable})."
                ),
                Key
            );
    }

    private string Variable =>
        "OUTLAY_" + Key.Replace(":", "__", StringComparison.Ordinal).ToUpperInvariant();
}
