using System.Diagnostics;
using DuckDB.NET.Data;
using Outlay.Lake;
using Outlay.Testing;

namespace Outlay.Ingest.Tests;

/// <summary>Kills imports at random moments: readers see the old totals or the new ones, and the next import goes on.</summary>
public sealed class KillTests
{
    private const int Kills = 50;
    private const int Rows = 4000;

    [Fact]
    public async Task A_killed_import_leaves_the_old_totals_or_the_new_ones()
    {
        using var files = new TestFolder();
        var data = files.File("data");
        var versions = new[] { Version(files, "v1", 1), Version(files, "v2", 2) };
        using var world = new OutlayWorld(dataFolder: data);
        (await world.ImportAsync(versions[0])).State.ShouldBe(ImportState.Succeeded);

        var whole = Stopwatch.StartNew();
        (await StartAsync(data, versions[1], null)).ShouldBe(0);
        var most = whole.Elapsed;
        Totals(world).ShouldBe([2 * Rows, 2 * Rows]);

        var random = new Random(20261123);
        var killed = 0;
        for (var i = 0; i < Kills; i++)
        {
            var next = versions[i % 2];
            var moment = most * random.NextDouble();
            killed += await StartAsync(data, next, moment) == 0 ? 0 : 1;
            foreach (var total in Totals(world))
            {
                total.ShouldBeOneOf(Rows, 2 * Rows);
            }
        }

        killed.ShouldBeGreaterThan(Kills / 4);
        (await StartAsync(data, versions[0], null)).ShouldBe(0);
        Totals(world).ShouldBe([Rows, Rows]);
        Directory
            .EnumerateDirectories(world.Data.Lake, "*.tmp", SearchOption.AllDirectories)
            .ShouldBeEmpty();
    }

    private static string Version(TestFolder files, string name, int amount)
    {
        var lines = Enumerable
            .Range(0, Rows)
            .SelectMany(_ =>
                new[]
                {
                    FocusLines.Line($"{amount}", "2026-09"),
                    FocusLines.Line($"{amount}", "2026-10"),
                }
            );
        return files.Write($"{name}.csv", FocusLines.File([.. lines]));
    }

    // What the catalog says and what its files hold, by period.
    private static List<int> Totals(OutlayWorld world)
    {
        var totals = new List<int>();
        foreach (var load in world.Catalog.Current().Loads)
        {
            var said = decimal.Parse(load.ControlTotals.Single().LakeBilled);
            Sum(load).ShouldBe(said);
            totals.Add((int)said);
        }

        return totals;
    }

    private static decimal Sum(Load load)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            $"SELECT CAST(sum(BilledCost) AS DECIMAL(38, 10)) FROM read_parquet('{load.ChargeFiles.Single()}')";
        return (decimal)command.ExecuteScalar()!;
    }

    private static async Task<int> StartAsync(string data, string file, TimeSpan? killAfter)
    {
        var start = new ProcessStartInfo(
            Path.ChangeExtension(typeof(KillTests).Assembly.Location, null)
        )
        {
            RedirectStandardError = true,
            UseShellExecute = false,
            Environment = { [KillableImport.Folder] = data, [KillableImport.File] = file },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        if (killAfter is { } moment)
        {
            using var timer = new CancellationTokenSource(moment);
            try
            {
                await process.WaitForExitAsync(timer.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill();
            }
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await output;
        return process.ExitCode;
    }
}
