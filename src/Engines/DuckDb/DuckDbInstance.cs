using System.Globalization;
using DuckDB.NET.Data;

namespace Outlay.Engines.DuckDb;

/// <summary>Limits of one embedded engine.</summary>
/// <param name="MemoryMb">Most memory it may take before it spills to disk, in MB.</param>
/// <param name="Threads">Worker threads.</param>
/// <param name="MaxConcurrent">Statements that may run at once; more wait.</param>
/// <param name="TempFolder">Where it spills.</param>
internal sealed record DuckDbLimits(
    int MemoryMb,
    int Threads,
    int MaxConcurrent,
    string TempFolder
);

/// <summary>
/// One in-memory DuckDB. The driver has no asynchronous calls, so all work runs here: off the caller's thread, limited in number,
/// and interrupted when its token is cancelled. The keeper connection holds the database open.
/// </summary>
internal sealed class DuckDbInstance : IDisposable
{
    private readonly DuckDBConnection _keeper;
    private readonly SemaphoreSlim _slots;

    public DuckDbInstance(DuckDbLimits limits, Action<DuckDBConnection>? prepare = null)
    {
        _slots = new SemaphoreSlim(limits.MaxConcurrent);
        _keeper = new DuckDBConnection("DataSource=:memory:");
        _keeper.Open();
        foreach (var statement in Settings(limits))
        {
            using var command = _keeper.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }

        prepare?.Invoke(_keeper);
    }

    /// <summary>Runs work on a connection of its own.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public async Task<T> RunAsync<T>(
        Func<DuckDBConnection, T> work,
        CancellationToken cancellationToken
    )
    {
        await _slots.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(
                () =>
                {
                    using var connection = _keeper.Duplicate();
                    connection.Open();
                    return work(connection);
                },
                cancellationToken
            );
        }
        finally
        {
            _slots.Release();
        }
    }

    public void Dispose()
    {
        _keeper.Dispose();
        _slots.Dispose();
    }

    private static IEnumerable<string> Settings(DuckDbLimits limits)
    {
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"SET memory_limit = '{limits.MemoryMb}MB'"
        );
        yield return string.Create(CultureInfo.InvariantCulture, $"SET threads = {limits.Threads}");
        yield return $"SET temp_directory = {SqlText.Literal(limits.TempFolder)}";
        yield return "SET autoinstall_known_extensions = false";
        yield return "SET autoload_known_extensions = false";
        yield return "SET TimeZone = 'UTC'";
    }
}
