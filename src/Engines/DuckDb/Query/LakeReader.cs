using DuckDB.NET.Data;
using Outlay.Kernel;
using Outlay.Lake;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>
/// Gives each question one snapshot of the lake. A file that retention removed meanwhile makes the question start once more on a
/// fresh snapshot.
/// </summary>
internal sealed class LakeReader(ILakeCatalog catalog, QueryRunner runner)
{
    public async Task<Result<T>> RunAsync<T>(
        Func<DuckDBConnection, LakeSnapshot, CancellationToken, Result<T>> work,
        TimeLimit limit,
        CancellationToken cancellationToken
    )
    {
        var first = catalog.Current();
        try
        {
            return await RunAsync(work, first, limit, cancellationToken);
        }
        catch (DuckDBException) when (Missing(first) is not null)
        {
            var second = catalog.Current();
            return Missing(second) is { } path
                ? new Problem(
                    ProblemKind.Unavailable,
                    $"The lake's file {path} is missing.",
                    "Import its billing period again."
                )
                : await RunAsync(work, second, limit, cancellationToken);
        }
    }

    private Task<Result<T>> RunAsync<T>(
        Func<DuckDBConnection, LakeSnapshot, CancellationToken, Result<T>> work,
        LakeSnapshot snapshot,
        TimeLimit limit,
        CancellationToken cancellationToken
    ) =>
        runner.RunAsync(
            (connection, token) => work(connection, snapshot, token),
            limit,
            cancellationToken
        );

    private static string? Missing(LakeSnapshot snapshot) =>
        snapshot
            .Loads.SelectMany(l => l.ChargeFiles.Append(l.RollupFile))
            .FirstOrDefault(f => !File.Exists(f));
}
