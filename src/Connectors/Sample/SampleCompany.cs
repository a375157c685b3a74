using System.Collections.Concurrent;
using Outlay.Connectors.Sample.Company;

namespace Outlay.Connectors.Sample;

/// <summary>
/// A made-up company whose bills look real: four billing accounts at three clouds, 40 accounts, 13 months up to today. It is
/// written as the FOCUS files its providers would deliver: <c>{folder}/{delivery}/focus-yyyy-MM.csv</c> or <c>.csv.gz</c>.
/// The same day, seed and scale give the same bytes.
/// </summary>
public sealed class SampleCompany
{
    /// <summary>Rows at scale 1, roughly; hourly for the last two months, daily before.</summary>
    public const int RowsAtFullScale = 1_000_000;

    /// <summary>Writes all files, newest month first, and removes months of an earlier day that no longer belong.</summary>
    /// <param name="folder">Made when missing.</param>
    /// <param name="today">The last day, which is not over yet.</param>
    /// <param name="seed">Another seed, another company.</param>
    /// <param name="scale">Share of a million rows, 0.001 to 100; a tiny company still has one of everything, some 40,000 rows.</param>
    /// <param name="progress">Told after each file.</param>
    /// <param name="cancellationToken">Stops between files and leaves those whole that are there.</param>
    /// <returns>The files, newest period first.</returns>
    public async Task<IReadOnlyList<SampleFile>> WriteAsync(
        string folder,
        DateOnly today,
        long seed,
        double scale,
        IProgress<SampleProgress>? progress,
        CancellationToken cancellationToken
    )
    {
        var scope = new SampleScope(today, seed, scale);
        var tables = CompanyTables.Shared;
        var plans = tables.Deliveries.Select(d => new DeliveryPlan(scope, tables, d)).ToList();
        var work = scope.Periods.SelectMany(period => plans.Select(plan => (plan, period)));
        var files = new ConcurrentBag<SampleFile>();
        var all = plans.Count * scope.Periods.Count();
        await Parallel.ForEachAsync(
            work,
            new ParallelOptions
            {
                CancellationToken = cancellationToken,
                MaxDegreeOfParallelism = Environment.ProcessorCount,
            },
            (item, _) =>
            {
                files.Add(item.plan.Write(folder, item.period));
                progress?.Report(new(files.Count, all, files.Sum(f => f.Rows)));
                return ValueTask.CompletedTask;
            }
        );
        var made = files
            .Where(f => f.Rows > 0)
            .OrderByDescending(f => f.Period)
            .ThenBy(f => f.Path, StringComparer.Ordinal)
            .ToList();
        RemoveOthers(folder, plans, made);
        return made;
    }

    private static void RemoveOthers(
        string folder,
        IEnumerable<DeliveryPlan> plans,
        IReadOnlyList<SampleFile> made
    )
    {
        var keep = made.Select(f => f.Path).ToHashSet(StringComparer.Ordinal);
        foreach (
            var path in plans
                .SelectMany(p => Directory.GetFiles(p.Folder(folder), "focus-*.csv*"))
                .Where(path => !keep.Contains(path))
        )
        {
            File.Delete(path);
        }
    }
}
