using DuckDB.NET.Data;
using Microsoft.Extensions.Options;
using Outlay.Focus.Conformance;
using Outlay.Kernel;

namespace Outlay.Engines.DuckDb.Conformance;

/// <summary>Checks a file in an engine of its own: header, then all row rules in one pass, then groups, then examples of what is broken.</summary>
internal sealed class DuckDbConformanceChecker(IOptions<DuckDbConformanceOptions> options)
    : IConformanceChecker,
        IDisposable
{
    // One at a time: each check may take the whole of its memory.
    private readonly SemaphoreSlim _turn = new(1);

    public async Task<Result<ConformanceReport>> CheckAsync(
        string path,
        CancellationToken cancellationToken
    )
    {
        if (SourceFile.Examine(path) is { } problem)
        {
            return problem;
        }

        await _turn.WaitAsync(cancellationToken);
        try
        {
            var settings = options.Value;
            using var folder = new WorkFolder(settings.TempFolder);
            using var instance = new DuckDbInstance(
                new DuckDbLimits(
                    settings.MemoryMb,
                    settings.Threads > 0 ? settings.Threads : Environment.ProcessorCount,
                    MaxConcurrent: 1,
                    folder.Path
                )
            );
            return await instance.RunAsync(
                connection => Check(connection, path, folder, cancellationToken),
                cancellationToken
            );
        }
        catch (Exception e) when (UnreadableFile.Explain(path, e) is { } unreadable)
        {
            return unreadable;
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private Result<ConformanceReport> Check(
        DuckDBConnection connection,
        string path,
        WorkFolder folder,
        CancellationToken cancellationToken
    )
    {
        var source = SourceFile.IsParquet(path)
            ? ParquetSource.Open(connection, path, cancellationToken)
            : CsvSource.Open(path);
        if (!source.IsOk)
        {
            return source.Problem;
        }

        var shape = source.Value.Shape;
        if (UnreadableFile.NotCharges(path, shape.Header) is { } problem)
        {
            return problem;
        }

        // Each of the hundreds of closed lists would else become a join of its own, and planning them takes seconds.
        connection.Execute("SET disabled_optimizers = 'in_clause'", cancellationToken);
        var relation = source.Value.Stage(connection, folder, cancellationToken);
        ConformanceRelation.Create(connection, relation, shape.Header, cancellationToken);
        var rules = ConformanceCatalogue.For(shape.Header);
        var rows = new RowRulePass(connection, options.Value.Examples, cancellationToken);
        var groups = new GroupRulePass(connection, options.Value.Examples, cancellationToken);
        var found = rows.Run([.. rules.OfType<RowRule>()]);
        IEnumerable<Finding> findings =
        [
            .. HeaderRulePass.Run([.. rules.OfType<HeaderRule>()], shape),
            .. found.Findings,
            .. rules.OfType<GroupRule>().Select(groups.Run).OfType<Finding>(),
        ];
        return new ConformanceReport(
            Path.GetFileName(path),
            shape.Header.Version,
            found.Rows,
            rules.Count,
            [
                .. findings
                    .OrderByDescending(f => f.Severity)
                    .ThenByDescending(f => f.Count)
                    .ThenBy(f => f.RuleId, StringComparer.Ordinal)
                    .ThenBy(f => f.Column, StringComparer.Ordinal),
            ]
        );
    }
}
