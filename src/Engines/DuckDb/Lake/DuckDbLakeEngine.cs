using DuckDB.NET.Data;
using Microsoft.Extensions.Options;
using Outlay.Kernel;
using Outlay.Lake;
using Outlay.Lake.Sources;
using Outlay.State;

namespace Outlay.Engines.DuckDb.Lake;

/// <summary>Imports on an embedded instance of their own, made when first needed, so that a large import cannot take memory from queries.</summary>
internal sealed class DuckDbLakeEngine(
    DataFolder folder,
    IOptions<LakeEngineOptions> options,
    TimeProvider time
) : ILakeEngine, IDisposable
{
    private readonly string _temp = Path.Combine(folder.Temp, $"lake-{Environment.ProcessId}");
    private readonly Lock _making = new();
    private DuckDbInstance? _instance;

    public Task<Result<SourceShape>> DescribeAsync(
        string path,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            connection => SourceDescriber.Describe(connection, path, cancellationToken),
            cancellationToken
        );

    public Task<Result<SourceTotals>> TotalAsync(
        Source source,
        IProgress<double>? progress,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            source,
            connection =>
            {
                using var watch = QueryProgress.Watch(connection, time, progress);
                return SourceTotaller.Total(connection, source, cancellationToken);
            },
            cancellationToken
        );

    public Task<Result<SourceTotals>> SurveyAsync(
        Source source,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            source with
            {
                SkipBadRows = true,
            },
            connection => SourceTotaller.Survey(connection, source, cancellationToken),
            cancellationToken
        );

    public Task<Result<IReadOnlyList<IReadOnlyList<string?>>>> PreviewAsync(
        Source source,
        IReadOnlyList<string> columns,
        int rows,
        CancellationToken cancellationToken
    ) =>
        ReadAsync<IReadOnlyList<IReadOnlyList<string?>>>(
            source,
            connection => SourcePreview.Read(connection, source, columns, rows, cancellationToken),
            cancellationToken
        );

    public Task<Result<BadRows>> DiagnoseAsync(
        Source source,
        string? quarantineFile,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            source with
            {
                SkipBadRows = true,
            },
            connection =>
                SourceDiagnosis.Find(connection, source, quarantineFile, cancellationToken),
            cancellationToken
        );

    public Task<Result<long>> WriteAsync(
        Source source,
        IReadOnlyList<ChargeTarget> targets,
        IProgress<double>? progress,
        CancellationToken cancellationToken
    ) =>
        ReadAsync(
            source,
            connection =>
            {
                using var watch = QueryProgress.Watch(connection, time, progress);
                return ChargeWriter.Write(connection, source, targets, _temp, cancellationToken);
            },
            cancellationToken
        );

    public Task<ChargeFacts> FactsAsync(
        IReadOnlyList<string> chargeFiles,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            Guarded(connection => ChargeReader.Facts(connection, chargeFiles, cancellationToken)),
            cancellationToken
        );

    public Task<IReadOnlyList<CommitmentBalance>> UnbalancedAsync(
        IReadOnlyList<string> chargeFiles,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            Guarded(connection =>
                CommitmentBalances.Unbalanced(connection, chargeFiles, cancellationToken)
            ),
            cancellationToken
        );

    public Task<IReadOnlyList<CurrencyTotal>> RollUpAsync(
        IReadOnlyList<string> chargeFiles,
        string rollupFile,
        IReadOnlyList<string> tagKeys,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            Guarded(connection =>
                RollupWriter.Write(connection, chargeFiles, rollupFile, tagKeys, cancellationToken)
            ),
            cancellationToken
        );

    public Task<IReadOnlyList<RestatedCost>> RestateAsync(
        string beforeRollup,
        string afterRollup,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            connection =>
                Restatement.Compare(connection, beforeRollup, afterRollup, cancellationToken),
            cancellationToken
        );

    public Task<IReadOnlyList<DayCount>> DaysAsync(
        string rollupFile,
        CancellationToken cancellationToken
    ) =>
        RunAsync(
            connection => LoadDays.Count(connection, rollupFile, cancellationToken),
            cancellationToken
        );

    public void Dispose()
    {
        if (_instance is null)
        {
            return;
        }

        _instance.Dispose();
        if (Directory.Exists(_temp))
        {
            Directory.Delete(_temp, recursive: true);
        }
    }

    // Strict functions where the first bad value ends the reading, lenient ones where bad rows are known and left out.
    private Task<Result<T>> ReadAsync<T>(
        Source source,
        Func<DuckDBConnection, Result<T>> work,
        CancellationToken cancellationToken
    ) =>
        RunAsync<Result<T>>(
            connection =>
            {
                NormalisationFunctions.Use(connection, strict: !source.SkipBadRows);
                try
                {
                    return work(connection);
                }
                catch (DuckDBException e) when (!source.SkipBadRows && SourceProblem.IsBadValue(e))
                {
                    return SourceProblem.BadRows(source.Shape.Path);
                }
                catch (DuckDBException e)
                {
                    return SourceProblem.Of(source.Shape.Path, e);
                }
            },
            cancellationToken
        );

    // Files of our own making are at fault only when the disk or the memory is.
    private static Func<DuckDBConnection, T> Guarded<T>(Func<DuckDBConnection, T> work) =>
        connection =>
        {
            try
            {
                return work(connection);
            }
            catch (DuckDBException e)
            {
                throw new IOException(SourceProblem.Of("the load", e).ToString(), e);
            }
        };

    private Task<T> RunAsync<T>(
        Func<DuckDBConnection, T> work,
        CancellationToken cancellationToken
    ) => Instance().RunAsync(work, cancellationToken);

    private DuckDbInstance Instance()
    {
        lock (_making)
        {
            return _instance ??= Make();
        }
    }

    private DuckDbInstance Make()
    {
        Directory.CreateDirectory(_temp);
        var threads =
            options.Value.Threads > 0 ? options.Value.Threads : Environment.ProcessorCount;
        return new DuckDbInstance(
            new DuckDbLimits(options.Value.MemoryMb, threads, MaxConcurrent: 1, _temp),
            LakeInstance.Prepare
        );
    }
}
