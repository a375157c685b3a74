using System.Diagnostics;
using Outlay.Connections;
using Outlay.Connectors.Sample;
using Outlay.Ingest;

namespace Outlay.Host.Demo;

/// <summary>Makes the demo's export files and brings them in, the current month of every cloud first, while the pages are open already.</summary>
internal sealed class DemoCompany(
    Imports imports,
    DemoFolder folder,
    DemoTerms terms,
    TextWriter output,
    TimeProvider clock
) : BackgroundService
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (!folder.HasMade(terms))
        {
            await MakeAsync(stoppingToken);
        }

        var started = Stopwatch.StartNew();
        var deliveries = Directory
            .GetDirectories(folder.Exports)
            .Order(StringComparer.Ordinal)
            .ToList();
        var isWhole = await BringInAsync(
            deliveries.Select(d => Request(d, Newest(d))),
            stoppingToken
        );
        await output.WriteLineAsync(
            $"The current month is in ({started.Elapsed.TotalSeconds:0} s); the months before follow."
        );
        isWhole &= await BringInAsync(deliveries.Select(d => Request(d, d)), stoppingToken);
        await output.WriteLineAsync(
            isWhole
                ? $"All months are in ({started.Elapsed.TotalSeconds:0} s)."
                : "Not every file came in; the Setup page says why."
        );
    }

    private async Task MakeAsync(CancellationToken cancellationToken)
    {
        folder.Note(null);
        await output.WriteLineAsync("Making the export files of a company with 40 accounts.");
        var started = Stopwatch.StartNew();
        var files = await new SampleCompany().WriteAsync(
            folder.Exports,
            terms.Today,
            terms.Seed,
            terms.Scale,
            null,
            cancellationToken
        );
        folder.Note(terms);
        await output.WriteLineAsync(
            $"Made {files.Sum(f => f.Rows):N0} rows in {files.Count} files ({started.Elapsed.TotalSeconds:0} s)."
        );
    }

    /// <summary>Queues the requests and waits for their end; gives whether all went well.</summary>
    private async Task<bool> BringInAsync(
        IEnumerable<ImportRequest> requests,
        CancellationToken cancellationToken
    )
    {
        var runs = new List<long>();
        foreach (var request in requests)
        {
            var run = imports.Enqueue(request);
            if (!run.IsOk)
            {
                await output.WriteLineAsync(run.Problem.ToString());
                return false;
            }

            runs.Add(run.Value.Id);
        }

        while (runs.Select(imports.Find).Any(r => r is { IsOver: false }))
        {
            await Task.Delay(Beat, clock, cancellationToken);
        }

        return runs.Select(imports.Find)
            .All(r => r?.State is ImportState.Succeeded or ImportState.Unchanged);
    }

    private static ImportRequest Request(string delivery, string path) =>
        new() { Paths = [path], Connection = Path.GetFileName(delivery) };

    private static string Newest(string delivery) =>
        Directory.GetFiles(delivery, "focus-*").Max(StringComparer.Ordinal)
        ?? throw new InvalidOperationException($"{delivery} holds no export file.");
}
