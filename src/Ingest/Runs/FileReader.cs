using Outlay.Ingest.Formats;
using Outlay.Ingest.Ledger;
using Outlay.Kernel;
using Outlay.Lake;
using Outlay.Lake.Sources;

namespace Outlay.Ingest.Runs;

/// <summary>Learns what a file is and what it holds.</summary>
internal sealed class FileReader(
    ILakeEngine engine,
    ExportFormats formats,
    SourceTotalsCache cache,
    BadRowPolicy badRows,
    TimeProvider time
)
{
    public async Task ReadAsync(
        IncomingFile file,
        RunWatch watch,
        CancellationToken cancellationToken
    )
    {
        var start = time.GetTimestamp();
        watch.Show(file, f => FileState.Now(file, f, ImportState.Running));
        file.Problem = await LearnAsync(file, watch, cancellationToken);
        if (file is { Problem: not null, Source: not null, Totals: null })
        {
            // What the file would have been part of must not be published without it.
            var survey = await engine.SurveyAsync(file.Source, cancellationToken);
            file.Totals = survey.IsOk && survey.Value.Rows > 0 ? survey.Value : null;
            file.IsUnreadable = file.Totals is null;
        }

        file.Elapsed += time.GetElapsedTime(start);
        if (file is { Problem: null, Totals: { } totals })
        {
            watch.AddRows(totals.Rows);
        }

        watch.Show(
            file,
            f =>
                FileState.Now(
                    file,
                    f,
                    file.Problem is null ? ImportState.Running : ImportState.Failed
                )
        );
    }

    /// <summary>Sums a file whose normalisation has changed.</summary>
    public async Task ReadAgainAsync(
        IncomingFile file,
        RunWatch watch,
        CancellationToken cancellationToken
    )
    {
        var start = time.GetTimestamp();
        file.Problem = await TotalAsync(file, watch, cancellationToken);
        file.Elapsed += time.GetElapsedTime(start);
    }

    private async Task<Problem?> LearnAsync(
        IncomingFile file,
        RunWatch watch,
        CancellationToken cancellationToken
    )
    {
        file.Sha256 = await FileProbe.HashAsync(file.Found.Path, cancellationToken);
        watch.Hashed(file);
        var shape = await engine.DescribeAsync(file.Found.Path, cancellationToken);
        if (!shape.IsOk)
        {
            file.IsUnreadable = true;
            return shape.Problem;
        }

        var request = watch.Run.Request;
        var plan = formats.Plan(shape.Value, new FormatOptions(request.Currency));
        if (!plan.IsOk)
        {
            return plan.Problem;
        }

        file.Source = new Source(shape.Value, plan.Value, SkipBadRows: false);
        var problem = await TotalAsync(file, watch, cancellationToken);
        watch.Totalled(file);
        return problem
            ?? (
                file.Totals is { Rows: > 0 }
                    ? null
                    : new Problem(
                        ProblemKind.Invalid,
                        $"{file.Name} has no rows.",
                        "Check the export; a file with a header alone is not loaded, so that it cannot empty a month."
                    )
            );
    }

    private async Task<Problem?> TotalAsync(
        IncomingFile file,
        RunWatch watch,
        CancellationToken cancellationToken
    )
    {
        var source = file.Source!;
        var key = $"{file.Sha256} {source.Normalisation.Mapping}";
        if (cache.Find(key) is { } known)
        {
            file.Totals = known;
            return null;
        }

        var damage = FileProbe.DamageAsync(file.Found.Path, cancellationToken);
        var totals = await engine.TotalAsync(source, watch.Totalling(file), cancellationToken);
        if (await damage is { } damaged)
        {
            return damaged;
        }

        if (totals.IsOk)
        {
            file.Totals = totals.Value;
            cache.Keep(key, totals.Value);
            return null;
        }

        return totals.Problem.Field == Source.BadRowsField
            ? await badRows.ApplyAsync(file, watch.Run, cancellationToken)
            : totals.Problem;
    }
}
