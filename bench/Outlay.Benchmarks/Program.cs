using System.Globalization;
using Outlay.Benchmarks;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["bare-ingest", var source, var target, var memory])
{
    return BareIngest.Run(source, target, int.Parse(memory, CultureInfo.InvariantCulture));
}

if (args is ["bare-cur", var report, var copy, var limit])
{
    return CurBench.RunBare(report, copy, int.Parse(limit, CultureInfo.InvariantCulture));
}

var rows = args is ["--rows", var text, ..]
    ? long.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
    : 10_000_000;
var isCurAlone = args.Contains("--cur");
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
var folder = new BenchFolder(Path.Combine("artifacts", "bench"));
List<Measure> measures = [.. await new CurBench(folder, rows).RunAsync(stop.Token)];
if (!isCurAlone)
{
    measures.AddRange(await new IngestBench(folder, rows).RunAsync(stop.Token));
    measures.AddRange(await new QueryBench(folder).RunAsync(stop.Token));
    measures.AddRange(await new PageBench(folder).RunAsync(stop.Token));
}

ResultTable.Print(measures);
ResultTable.Write(Path.Combine("docs", "benchmarks.md"), measures, rows);
return measures.TrueForAll(m => m.Met) ? 0 : 1;
