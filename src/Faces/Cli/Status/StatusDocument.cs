using System.Globalization;
using Outlay.Connections;
using Outlay.Ingest;
using Outlay.Lake;
using Outlay.Query;

namespace Outlay.Cli.Status;

/// <summary>What the data folder holds.</summary>
internal sealed record StatusDocument(
    string DataFolder,
    long Bytes,
    long Revision,
    long Charges,
    DateOnly? FirstDay,
    DateOnly? LastDay,
    DateOnly? IncompleteFrom,
    DateTimeOffset? LastPublished,
    IReadOnlyList<string> Currencies,
    IReadOnlyList<LoadStatus> Loads,
    IReadOnlyList<RunStatus> LastRuns
)
{
    private const int Runs = 5;

    public static StatusDocument Of(string folder, LakeFacts facts, Imports imports) =>
        new(
            folder,
            new DirectoryInfo(folder)
                .EnumerateFiles("*", SearchOption.AllDirectories)
                .Sum(f => f.Length),
            facts.Revision,
            facts.Charges,
            facts.FirstDay,
            facts.LastDay,
            facts.IncompleteFrom,
            facts.LastPublished,
            facts.Currencies,
            [.. imports.Loads().Select(LoadStatus.Of)],
            [.. imports.Recent(Runs).Select(RunStatus.Of)]
        );
}

/// <summary>A published load.</summary>
internal sealed record LoadStatus(
    long Id,
    string Connection,
    string Period,
    string Format,
    long Charges,
    long Bytes,
    DateOnly? LastUsageDay,
    DateTimeOffset PublishedAt,
    IReadOnlyList<LoadTotal> Totals
)
{
    public static LoadStatus Of(Load load) =>
        new(
            load.Id,
            load.Connection,
            load.Period.ToString(),
            load.Format,
            load.Rows,
            load.Bytes,
            load.LastUsageDay,
            load.PublishedAt,
            [
                .. load.ControlTotals.Select(t => new LoadTotal(
                    t.Currency,
                    decimal.Parse(t.LakeBilled, CultureInfo.InvariantCulture),
                    decimal.Parse(t.LakeEffective, CultureInfo.InvariantCulture),
                    t.Agrees
                )),
            ]
        );
}

/// <summary>Control totals of a load in one currency.</summary>
internal sealed record LoadTotal(string Currency, decimal Billed, decimal Effective, bool Agrees);

/// <summary>A run of an import.</summary>
internal sealed record RunStatus(
    long Id,
    ImportState State,
    DateTimeOffset CreatedAt,
    long Rows,
    string? Message
)
{
    public static RunStatus Of(ImportRun run) =>
        new(run.Id, run.State, run.CreatedAt, run.Rows, run.Message);
}
