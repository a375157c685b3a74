using System.Globalization;
using System.Text;
using Outlay.Kernel;
using Outlay.Lake;
using Outlay.Lake.Sources;
using Outlay.State;

namespace Outlay.Ingest.Runs;

/// <summary>Decides about a file that has bad rows: refused beyond the tolerance, else read again without them.</summary>
internal sealed class BadRowPolicy(ILakeEngine engine, DataFolder folder)
{
    private const int ShownValue = 60;

    /// <summary>Finds the bad rows; the problem that refuses the file, or null when it now reads without them.</summary>
    public async Task<Problem?> ApplyAsync(
        IncomingFile file,
        ImportRun run,
        CancellationToken cancellationToken
    )
    {
        var source = file.Source!;
        var setAside = run.Request.Quarantine || run.Request.MaxBadRows > 0;
        var quarantine = setAside ? QuarantineFile(run, file) : null;
        var found = await engine.DiagnoseAsync(source, quarantine, cancellationToken);
        if (!found.IsOk)
        {
            return found.Problem;
        }

        var bad = found.Value;
        if (!run.Request.Quarantine && bad.Count > run.Request.MaxBadRows)
        {
            if (quarantine is not null)
            {
                File.Delete(quarantine);
            }

            return Refuse(file.Name, bad, run.Request.MaxBadRows);
        }

        file.BadRows = bad;
        file.Source = source with { SkipBadRows = true };
        var totals = await engine.TotalAsync(file.Source, null, cancellationToken);
        if (!totals.IsOk)
        {
            return totals.Problem;
        }

        file.Totals = totals.Value;
        return null;
    }

    private string QuarantineFile(ImportRun run, IncomingFile file)
    {
        var runFolder = Path.Combine(
            folder.Quarantine,
            run.Id.ToString(CultureInfo.InvariantCulture)
        );
        Directory.CreateDirectory(runFolder);
        var name = file.Name.Replace(Path.DirectorySeparatorChar, '_').Replace('/', '_');
        return Path.Combine(runFolder, $"{name}.csv");
    }

    private static Problem Refuse(string file, BadRows bad, int tolerance)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{file} has {Rows(bad.Count)}: ");
        text.AppendJoin("; ", bad.First.Select(Describe));
        text.Append(bad.Count > bad.First.Count ? "; and more." : ".");
        return new Problem(
            ProblemKind.Invalid,
            text.ToString(),
            tolerance > 0
                ? $"At most {Rows(tolerance)} may be left out here; mend the file, or set the rows aside (--quarantine)."
                : "Mend the file, allow some (--max-bad-rows), or set them aside (--quarantine).",
            Source.BadRowsField
        );
    }

    private static string Describe(BadRow row)
    {
        var parts = new[]
        {
            row.Column,
            row.Value is null ? null : $"'{Short(row.Value)}'",
            row.Reason,
        };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"row {row.Row}: {string.Join(' ', parts.OfType<string>())}"
        );
    }

    private static string Short(string value) =>
        value.Length <= ShownValue ? value : value[..ShownValue] + "...";

    private static string Rows(long count) =>
        count == 1 ? "1 bad row" : string.Create(CultureInfo.InvariantCulture, $"{count} bad rows");
}
