using System.Diagnostics;
using DuckDB.NET.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Outlay.Engines.DuckDb.Query;
using Outlay.Kernel;
using Outlay.Lake;
using Outlay.Query;
using Outlay.State;

namespace Outlay.Benchmarks;

/// <summary>Asks what the Spend and Overview pages ask by default, beside bare SQL for the same numbers over the same Parquet files.</summary>
internal sealed class QueryBench(BenchFolder folder)
{
    private const int Rounds = 15;

    public async Task<IReadOnlyList<Measure>> RunAsync(CancellationToken token)
    {
        await using var rollups = Services(forceCharges: false);
        await using var charges = Services(forceCharges: true);
        var loads = rollups.GetRequiredService<ILakeCatalog>().Current().Loads;
        Console.WriteLine(
            $"Queries over {loads.Sum(l => l.Rows):N0} charges in {loads.Count} loads ..."
        );
        var measures = new List<Measure>();
        foreach (var question in Questions())
        {
            var range = question.Query.Period.Resolve(BenchFolder.LastDay);
            var days = new DateRange(question.BareFrom ?? range.From, range.To);
            var inRange = loads
                .Where(l => l.FirstChargeDay < days.To && l.LastChargeDay >= days.From)
                .ToList();
            var bareRollup = Bare(
                question.BareSql(inRange.Select(l => l.RollupFile), "ChargeDay", "sum(Charges)")
            );
            var bareCharges = Bare(
                question.BareSql(
                    inRange.SelectMany(l => l.ChargeFiles),
                    "CAST(ChargePeriodStart AS DATE)",
                    "count(*)"
                )
            );
            var ours = await TimeAsync(rollups, question.Query, token);
            var raw = await TimeAsync(charges, question.Query, token);
            measures.Add(Against(question.Name + ", daily rollup", ours, bareRollup));
            measures.Add(Against(question.Name + ", every charge", raw, bareCharges));
            measures.Add(
                new(
                    question.Name + ", rollup against charges",
                    $"{ours:F1} ms",
                    $"{raw:F1} ms (ours, every charge)",
                    "at least 5 times faster",
                    $"{raw / ours:F1}",
                    raw >= ours * 5
                )
            );
        }

        return measures;
    }

    private static Measure Against(string name, double ours, double bare) =>
        new(
            name,
            $"{ours:F1} ms",
            $"{bare:F1} ms",
            "at most 1.30 of bare",
            $"{ours / bare:F2}",
            ours <= bare * 1.3
        );

    private static IEnumerable<Question> Questions()
    {
        var october = Period.Of(new DateRange(new(2026, 10, 1), new(2026, 11, 1)));
        yield return new(
            "Spend: a month by day and service, top 5, against the prior month",
            new CostQuery
            {
                Period = october,
                GroupBy = [new Dimension("ServiceName")],
                Compare = Comparison.Prior,
                Currency = Currency.Parse("USD"),
                Top = 5,
            },
            "ServiceName",
            new DateOnly(2026, 9, 1)
        );
        yield return new(
            "Overview: thirteen months by day and cloud",
            new CostQuery
            {
                Period = Period.Of(new DateRange(new(2025, 10, 1), new(2026, 11, 1))),
                GroupBy = [new Dimension("HostProviderName")],
                Currency = Currency.Parse("USD"),
            },
            "HostProviderName",
            null
        );
    }

    private ServiceProvider Services(bool forceCharges) =>
        new ServiceCollection()
            .AddSingleton(typeof(Microsoft.Extensions.Logging.ILogger<>), typeof(NullLogger<>))
            .AddState(new DataFolder(folder.Data))
            .AddLake()
            .AddDuckDb(o =>
            {
                o.CachedAnswers = 0;
                o.TimeoutSeconds = 600;
                o.ForceCharges = forceCharges;
            })
            .BuildServiceProvider();

    /// <summary>Median in ms of whole calls, after two to warm up.</summary>
    private static async Task<double> TimeAsync(
        ServiceProvider services,
        CostQuery query,
        CancellationToken token
    )
    {
        var engine = services.GetRequiredService<IQueryEngine>();
        var times = new List<double>();
        for (var round = -2; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            var table = await engine.RunAsync(query, token);
            if (table.Value.Rows.Count == 0)
            {
                throw new InvalidOperationException("The question found nothing.");
            }

            if (round >= 0)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        return Median(times);
    }

    private static double Bare(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SET parquet_metadata_cache = true";
        command.ExecuteNonQuery();
        command.CommandText = sql;
        var times = new List<double>();
        for (var round = -2; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                _ = reader.GetDecimal(3);
            }

            if (round >= 0)
            {
                times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        return Median(times);
    }

    private static double Median(List<double> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }

    private sealed record Question(string Name, CostQuery Query, string Column, DateOnly? BareFrom)
    {
        public string BareSql(IEnumerable<string> files, string day, string count)
        {
            var range = Query.Period.Resolve(BenchFolder.LastDay);
            return $"""
                SELECT {day} AS d, {Column}, BillingCurrency, sum(EffectiveCost), {count}
                FROM read_parquet([{string.Join(", ", files.Select(f => $"'{f}'"))}])
                WHERE {day} >= DATE '{BareFrom
                    ?? range.From:yyyy-MM-dd}' AND {day} < DATE '{range.To:yyyy-MM-dd}'
                GROUP BY ALL
                """;
        }
    }
}
