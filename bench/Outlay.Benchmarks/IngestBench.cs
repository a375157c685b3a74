using System.Globalization;
using Outlay.Testing;

namespace Outlay.Benchmarks;

/// <summary>Brings one large FOCUS file in, beside the bare engine's COPY of the same file; each in a process of its own.</summary>
internal sealed class IngestBench(BenchFolder folder, long rows)
{
    private const int MemoryMb = 1500;

    public async Task<IReadOnlyList<Measure>> RunAsync(CancellationToken token)
    {
        if (!File.Exists(folder.Source(rows)))
        {
            Console.WriteLine($"Generating {rows:N0} charges of 65 columns over 13 months ...");
            FocusFileGenerator.Write(folder.Source(rows), rows, BenchFolder.LastDay, months: 13);
        }

        Console.WriteLine("Bare engine: COPY of typed columns to Parquet ...");
        File.Delete(folder.BareCharges);
        var bare = await MeteredProcess.RunAsync(
            token,
            typeof(IngestBench).Assembly.Location,
            "bare-ingest",
            folder.Source(rows),
            folder.BareCharges,
            MemoryMb.ToString(CultureInfo.InvariantCulture)
        );
        Console.WriteLine($"  {bare.Elapsed.TotalSeconds:F1} s, {bare.PeakRssMb} MB");

        Console.WriteLine("Outlay: ingest ...");
        folder.EmptyData();
        // Both sides get the same memory.
        Environment.SetEnvironmentVariable(
            "OUTLAY_Lake__MemoryMb",
            MemoryMb.ToString(CultureInfo.InvariantCulture)
        );
        var ours = await MeteredProcess.RunAsync(
            token,
            BenchFolder.Program,
            "ingest",
            folder.Source(rows),
            "--connection",
            "bench",
            "--data",
            folder.Data
        );
        Console.WriteLine($"  {ours.Elapsed.TotalSeconds:F1} s, {ours.PeakRssMb} MB");

        var ratio = bare.Elapsed / ours.Elapsed;
        return
        [
            new(
                $"Ingest of {rows:N0} rows, FOCUS CSV.gz, 65 columns, tags (whole process)",
                $"{ours.Elapsed.TotalSeconds:F1} s, {rows / ours.Elapsed.TotalSeconds:N0} rows/s",
                $"{bare.Elapsed.TotalSeconds:F1} s, {rows / bare.Elapsed.TotalSeconds:N0} rows/s",
                "at least 0.50 of the bare rate",
                $"{ratio:F2}",
                ratio >= 0.5
            ),
            new(
                "Peak resident memory of that ingest",
                $"{ours.PeakRssMb} MB",
                $"{bare.PeakRssMb} MB",
                "below 2,048 MB",
                $"{ours.PeakRssMb} MB",
                ours.PeakRssMb < 2048
            ),
        ];
    }
}
