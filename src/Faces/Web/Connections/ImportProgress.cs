using System.Globalization;
using Outlay.Ingest;
using Outlay.Web.Formatting;

namespace Outlay.Web.Connections;

/// <summary>What the polling script writes into a page. When the stamp differs from the page's, the script asks for the page anew.</summary>
/// <param name="Stamp">Changes when the page would look different in more than its figures.</param>
/// <param name="Percent">For the progress bar.</param>
/// <param name="Texts">Text by the name of its place.</param>
public sealed record ImportProgress(
    string Stamp,
    int Percent,
    IReadOnlyDictionary<string, string> Texts
)
{
    /// <summary>Progress of one run, for its page.</summary>
    public static ImportProgress Of(ImportRun run, DateTimeOffset now)
    {
        var elapsed = ImportLook.Elapsed(run, now);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["message"] = run.Message ?? "",
            ["percent"] = Words(run),
            ["rows"] = Counts.Number(run.Rows),
            ["rate"] = Counts.Rate(run.Rows, elapsed),
            ["elapsed"] = Counts.Duration(elapsed),
        };
        for (var i = 0; i < run.Files.Count; i++)
        {
            var file = run.Files[i];
            texts[$"rows-{i}"] = Counts.Number(file.Rows);
            texts[$"rate-{i}"] = Counts.Rate(file.Rows, file.Elapsed);
        }

        return new(StampOf(run), Percentage(run), texts);
    }

    /// <summary>Progress of many runs, for the ledger.</summary>
    public static ImportProgress Of(IReadOnlyList<ImportRun> runs, DateTimeOffset now)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var run in runs.Where(r => !r.IsOver))
        {
            texts[$"state-{run.Id}"] = Words(run);
            texts[$"rows-{run.Id}"] = Counts.Number(run.Rows);
            texts[$"rate-{run.Id}"] = Counts.Rate(run.Rows, ImportLook.Elapsed(run, now));
        }

        return new(string.Join(';', runs.Select(r => $"{r.Id}:{r.State}")), 0, texts);
    }

    /// <summary>State and share done: <c>Running, 37%</c>.</summary>
    public static string Words(ImportRun run) =>
        run.State == ImportState.Running
            ? string.Create(CultureInfo.InvariantCulture, $"Running, {Percentage(run)}%")
            : ImportLook.Of(run.State).Word;

    private static string StampOf(ImportRun run) =>
        run.State + ":" + string.Join(',', run.Files.Select(f => (int)f.State));

    private static int Percentage(ImportRun run) =>
        (int)Math.Clamp(Math.Floor(run.Progress * 100), 0, 100);
}
