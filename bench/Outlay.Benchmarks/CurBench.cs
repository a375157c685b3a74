using System.Globalization;
using DuckDB.NET.Data;
using Outlay.Testing;

namespace Outlay.Benchmarks;

/// <summary>Brings one large AWS report in, beside the bare engine's COPY of its columns as they are; each in a process of its own.</summary>
internal sealed class CurBench(BenchFolder folder, long rows)
{
    private const int MemoryMb = 1500;
    private const int LeastRate = 100_000;

    public async Task<IReadOnlyList<Measure>> RunAsync(CancellationToken token)
    {
        var source = folder.Report(rows);
        if (!File.Exists(source))
        {
            Console.WriteLine($"Generating {rows:N0} lines of CUR 2.0 ...");
            CurFileGenerator.Write(source, rows, BenchFolder.LastDay);
        }

        Console.WriteLine("Bare engine: COPY of typed columns to Parquet ...");
        var target = Path.Combine(folder.Root, "bare-cur.parquet");
        File.Delete(target);
        var bare = await MeteredProcess.RunAsync(
            token,
            typeof(CurBench).Assembly.Location,
            "bare-cur",
            source,
            target,
            MemoryMb.ToString(CultureInfo.InvariantCulture)
        );
        Console.WriteLine($"  {bare.Elapsed.TotalSeconds:F1} s, {bare.PeakRssMb} MB");

        Console.WriteLine("Outlay: ingest ...");
        folder.EmptyData();
        Environment.SetEnvironmentVariable(
            "OUTLAY_Lake__MemoryMb",
            MemoryMb.ToString(CultureInfo.InvariantCulture)
        );
        var ours = await MeteredProcess.RunAsync(
            token,
            BenchFolder.Program,
            "ingest",
            source,
            "--connection",
            "cur",
            "--data",
            folder.Data
        );
        Console.WriteLine($"  {ours.Elapsed.TotalSeconds:F1} s, {ours.PeakRssMb} MB");
        Console.WriteLine(ours.Output);
        var rate = rows / ours.Elapsed.TotalSeconds;
        return
        [
            new(
                $"Ingest of {rows:N0} lines, AWS CUR 2.0 CSV.gz, {CurFileGenerator.Texts.Count + CurFileGenerator.Numbers.Count + CurFileGenerator.Instants.Count + CurFileGenerator.Maps.Count} columns (whole process)",
                $"{ours.Elapsed.TotalSeconds:F1} s, {rate:N0} rows/s",
                $"{bare.Elapsed.TotalSeconds:F1} s, {rows / bare.Elapsed.TotalSeconds:N0} rows/s",
                $"at least {LeastRate:N0} rows/s",
                $"{bare.Elapsed / ours.Elapsed:F2} of bare",
                rate >= LeastRate
            ),
            new(
                "Peak resident memory of that ingest of CUR 2.0",
                $"{ours.PeakRssMb} MB",
                $"{bare.PeakRssMb} MB",
                "below 2,048 MB",
                $"{ours.PeakRssMb} MB",
                ours.PeakRssMb < 2048
            ),
        ];
    }

    /// <summary>The baseline: the report's columns, typed, from read_csv to Parquet, without any mapping or check.</summary>
    public static int RunBare(string source, string target, int memoryMb)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        var typed = string.Join(
            ", ",
            CurFileGenerator
                .Texts.Select(c => c)
                .Concat(
                    CurFileGenerator.Numbers.Select(c => $"CAST({c} AS DECIMAL(38, 18)) AS {c}")
                )
                .Concat(CurFileGenerator.Instants.Select(c => $"CAST({c} AS TIMESTAMP) AS {c}"))
                .Concat(
                    CurFileGenerator.Maps.Select(c =>
                        $"from_json({c}, '\"MAP(VARCHAR,VARCHAR)\"') AS {c}"
                    )
                )
        );
        command.CommandText = string.Create(
            CultureInfo.InvariantCulture,
            $"""
            SET memory_limit = '{memoryMb}MB';
            SET preserve_insertion_order = false;
            SET temp_directory = '{Path.GetDirectoryName(target)}';
            COPY (SELECT {typed} FROM read_csv('{source}', header = true, all_varchar = true)) TO '{target}' (FORMAT parquet)
            """
        );
        command.ExecuteNonQuery();
        return 0;
    }
}
