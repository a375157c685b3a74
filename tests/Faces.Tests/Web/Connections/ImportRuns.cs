using Outlay.Ingest;
using Outlay.Lake;

namespace Outlay.Faces.Tests.Web.Connections;

/// <summary>Made runs and loads.</summary>
internal static class ImportRuns
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 6, 0, 0, TimeSpan.Zero);

    public static ImportRun Run(long id, ImportState state, params ImportFile[] files) =>
        new()
        {
            Id = id,
            Request = new() { Paths = ["/data/exports/aws"] },
            State = state,
            CreatedAt = Now.AddMinutes(-1),
            StartedAt = Now.AddSeconds(-10),
            Files = files,
            Rows = files.Sum(f => f.Rows),
            Progress = 0.379,
        };

    public static ImportFile File(
        string name,
        ImportState state,
        long rows = 0,
        string? cause = null
    ) =>
        new()
        {
            Path = "/data/exports/aws/" + name,
            Name = name,
            Bytes = 1_000_000,
            State = state,
            Rows = rows,
            Elapsed = TimeSpan.FromSeconds(2),
            Cause = cause,
        };

    public static Load Load(long id, params ControlTotal[] totals) =>
        new()
        {
            Id = id,
            Connection = "aws",
            Period = new(2026, 10),
            Version = "v" + id,
            State = LoadState.Published,
            PublishedAt = Now,
            RunId = 1,
            Format = "FOCUS 1.2",
            Rows = 10,
            Bytes = 10,
            FirstChargeDay = new(2026, 10, 1),
            LastChargeDay = new(2026, 10, 31),
            ChargeFiles = [],
            RollupFile = "",
            ExtraColumns = [],
            TagKeys = [],
            RollupTagKeys = [],
            Currencies = ["USD"],
            ControlTotals = totals,
            Sources = [],
            Fingerprint = "f",
        };
}
