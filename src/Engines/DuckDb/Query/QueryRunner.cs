using DuckDB.NET.Data;
using DuckDB.NET.Native;
using Microsoft.Extensions.Options;
using Outlay.Kernel;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>Runs work on the query instance within the limits of time and memory, and says what to do when it passes one.</summary>
internal sealed class QueryRunner : IDisposable
{
    private readonly DuckDbOptions _options;
    private readonly TimeProvider _time;
    private readonly string _temp;
    private readonly Lazy<DuckDbInstance> _instance;

    public QueryRunner(IOptions<DuckDbOptions> options, TimeProvider time)
    {
        _options = options.Value;
        _time = time;
        _temp = Path.Combine(
            _options.TempFolder ?? Path.GetTempPath(),
            $"query-{Environment.ProcessId}"
        );
        _instance = new Lazy<DuckDbInstance>(Open);
    }

    /// <summary>Runs work; an end by the limits is a problem, an end by the caller an exception.</summary>
    /// <exception cref="OperationCanceledException">The caller's token was cancelled.</exception>
    public async Task<Result<T>> RunAsync<T>(
        Func<DuckDBConnection, CancellationToken, Result<T>> work,
        TimeLimit limit,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(limit.Seconds), _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(
            cancellationToken,
            timeout.Token
        );
        var token = either.Token;
        try
        {
            return await _instance.Value.RunAsync(connection => work(connection, token), token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Problem(
                ProblemKind.Unavailable,
                $"The question took longer than {limit.Seconds} s.",
                $"Ask for fewer days, fewer dimensions or a filter, or raise {DuckDbOptions.Section}:{limit.Setting}."
            );
        }
        catch (DuckDBException e) when (e.ErrorType == DuckDBErrorType.OutOfMemory)
        {
            return new Problem(
                ProblemKind.Unavailable,
                $"The question needs more than {_options.MemoryMb} MB of memory.",
                $"Ask for fewer days, fewer dimensions or a filter, or raise {DuckDbOptions.Section}:{nameof(DuckDbOptions.MemoryMb)}."
            );
        }
    }

    public void Dispose()
    {
        if (_instance.IsValueCreated)
        {
            _instance.Value.Dispose();
        }

        if (Directory.Exists(_temp))
        {
            Directory.Delete(_temp, recursive: true);
        }
    }

    private DuckDbInstance Open()
    {
        var threads = _options.Threads > 0 ? _options.Threads : Environment.ProcessorCount;
        return new DuckDbInstance(
            new DuckDbLimits(_options.MemoryMb, threads, _options.MaxConcurrent, _temp),
            connection =>
                connection.Execute("SET parquet_metadata_cache = true", CancellationToken.None)
        );
    }
}
