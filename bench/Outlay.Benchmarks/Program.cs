using System.Globalization;
using Outlay.Benchmarks;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["bare-ingest", var source, var target, var memory])
{
    return BareIngest.Run(source, target, int.Parse(memory, CultureInfo.InvariantCulture));
}

var rows = args is ["--rows", var text, ..]
    ? long.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
    : 10_000_000;
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stop.Cancel();
};
var folder = new BenchFolder(Path.Combine("artifacts", "bench"));
List<Measure> measures =
[
    .. await new IngestBench(folder, rows).RunAsync(stop.Token),
    .. await new QueryBench(folder).RunAsync(stop.Token),
    .. await new PageBench(folder).RunAsync(stop.Token),
];
ResultTable.Print(measures);
ResultTable.Write(Path.Combine("docs", "benchmarks.md"), measures, rows);
return measures.TrueForAll(m => m.Met) ? 0 : 1;
