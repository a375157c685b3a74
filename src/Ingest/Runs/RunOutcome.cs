using System.Globalization;

namespace Outlay.Ingest.Runs;

/// <summary>Sums up a run: the state and message of it and of its files.</summary>
internal static class RunOutcome
{
    public static ImportRun Of(
        ImportRun run,
        IReadOnlyList<IncomingFile> files,
        IReadOnlyList<Delivery> deliveries,
        DateTimeOffset now
    )
    {
        var published = deliveries.Count(d => d.State == DeliveryState.Published);
        var unchanged = deliveries.Count(d => d.State == DeliveryState.Unchanged);
        var failed =
            deliveries.Count(d => d.State == DeliveryState.Failed)
            + files.Count(f => f.Problem is not null);
        var state = State(published, unchanged, failed);
        return run with
        {
            State = state,
            FinishedAt = now,
            Progress = 1,
            Files = [.. run.Files.Select((shown, i) => File(shown, files[i], deliveries))],
            Message = Message(state, files, deliveries),
        };
    }

    private static ImportState State(int published, int unchanged, int failed)
    {
        if (failed > 0)
        {
            return published + unchanged > 0 ? ImportState.Partial : ImportState.Failed;
        }

        return published > 0 ? ImportState.Succeeded : ImportState.Unchanged;
    }

    private static ImportFile File(
        ImportFile shown,
        IncomingFile file,
        IReadOnlyList<Delivery> deliveries
    )
    {
        if (file.TwinOf is { } twin)
        {
            return FileState.Now(file, shown, ImportState.Unchanged) with
            {
                Cause = $"The same bytes as {twin}; counted once.",
            };
        }

        var own = deliveries.Where(d => d.Files.Contains(file)).ToList();
        var failure =
            file.Problem ?? own.FirstOrDefault(d => d.State == DeliveryState.Failed)?.Problem;
        if (failure is not null)
        {
            var some = own.Exists(d => d.State == DeliveryState.Published);
            return FileState.Now(file, shown, some ? ImportState.Partial : ImportState.Failed) with
            {
                Cause = failure.ToString(),
            };
        }

        return FileState.Now(
            file,
            shown,
            own.Exists(d => d.State == DeliveryState.Published)
                ? ImportState.Succeeded
                : ImportState.Unchanged
        );
    }

    private static string Message(
        ImportState state,
        IReadOnlyList<IncomingFile> files,
        IReadOnlyList<Delivery> deliveries
    )
    {
        var done = deliveries.Where(d => d.State == DeliveryState.Published).ToList();
        var rows = done.Sum(d =>
            d.Files.SelectMany(f => f.Totals!.Totals)
                .Where(t => t.Period == d.Period)
                .Sum(t => t.Total.Rows)
        );
        var loaded = string.Create(
            CultureInfo.InvariantCulture,
            $"Loaded {rows:N0} {(rows == 1 ? "charge" : "charges")} of {Periods(done)}."
        );
        return state switch
        {
            ImportState.Succeeded => loaded,
            ImportState.Unchanged when deliveries.Count == 0 =>
                "The files hold no charges of the periods asked for.",
            ImportState.Unchanged => "Nothing new: these files are loaded already.",
            ImportState.Partial when done.Count > 0 => $"{loaded} {Cause(files, deliveries)}",
            _ => Cause(files, deliveries),
        };
    }

    private static string Periods(IReadOnlyList<Delivery> deliveries)
    {
        var periods = deliveries.Select(d => d.Period).Distinct().Order().ToList();
        return periods is [var only]
            ? only.ToString()
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{periods.Count} billing periods, {periods.FirstOrDefault()} to {periods.LastOrDefault()}"
            );
    }

    private static string Cause(
        IReadOnlyList<IncomingFile> files,
        IReadOnlyList<Delivery> deliveries
    )
    {
        var problems = files
            .Select(f => f.Problem)
            .OfType<Kernel.Problem>()
            .Select(p => p.ToString())
            .Concat(
                deliveries
                    .Where(d => d.Files.All(f => f.Problem is null))
                    .Select(d => d.Problem)
                    .OfType<Kernel.Problem>()
                    .Select(p => p.ToString())
            )
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return problems.Count <= 1
            ? string.Concat(problems)
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{problems[0]} And {problems.Count - 1} more; see the files."
            );
    }
}
