using DuckDB.NET.Data;
using Microsoft.Extensions.Options;
using Outlay.Kernel;
using Outlay.Lake;
using Outlay.Query;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>Answers questions with DuckDB over the lake's Parquet files.</summary>
internal sealed class DuckDbQueryEngine(
    ILakeCatalog catalog,
    IExchangeRates rates,
    QueryRunner runner,
    IOptions<DuckDbOptions> options,
    TimeProvider time
) : IQueryEngine
{
    private readonly DuckDbOptions _options = options.Value;
    private readonly LakeReader _lake = new(catalog, runner);
    private readonly AnswerCache _answers = new(options.Value.CachedAnswers);

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    public LakeFacts Facts() => LakeFactsReader.Read(catalog.Current(), Today);

    public async Task<Result<CostTable>> RunAsync(
        CostQuery query,
        CancellationToken cancellationToken
    )
    {
        var question = CostQuestion.Of(query, Today);
        if (!question.IsOk)
        {
            return question.Problem;
        }

        var started = time.GetTimestamp();
        if (_answers.Find(Key(question.Value, catalog.Current())) is { } known)
        {
            return known with { Elapsed = time.GetElapsedTime(started) };
        }

        return await _lake.RunAsync(
            (connection, snapshot, token) => Answer(connection, question.Value, snapshot, token),
            TimeLimit.Question(_options),
            cancellationToken
        );
    }

    public async Task<Result<ChangesTable>> ChangesAsync(
        ChangesQuery query,
        CancellationToken cancellationToken
    )
    {
        var question = CostQuestion.Of(
            ChargeQuestions.WithoutSplit(query.Query) with
            {
                Compare = query.Query.Compare,
            },
            Today
        );
        if ((question.Problem ?? ChargeQuestions.Check(query)) is { } problem)
        {
            return problem;
        }

        return await _lake.RunAsync(
            (connection, snapshot, token) =>
                Changes(connection, query, question.Value, snapshot, token),
            TimeLimit.Question(_options),
            cancellationToken
        );
    }

    public async Task<Result<ChargePage>> ChargesAsync(
        ChargesQuery query,
        CancellationToken cancellationToken
    )
    {
        var question = CostQuestion.Of(ChargeQuestions.WithoutSplit(query.Query), Today);
        if ((question.Problem ?? ChargeQuestions.Check(query)) is { } problem)
        {
            return problem;
        }

        return await _lake.RunAsync(
            (connection, snapshot, token) =>
                ChargePages.Read(
                    connection,
                    query,
                    question.Value,
                    catalog,
                    rates,
                    snapshot,
                    token
                ),
            TimeLimit.Question(_options),
            cancellationToken
        );
    }

    public async Task<Result<long>> ExportAsync(
        CostQuery query,
        ChargeFormat format,
        string path,
        CancellationToken cancellationToken
    )
    {
        var question = CostQuestion.Of(
            ChargeQuestions.AsBilled(ChargeQuestions.WithoutSplit(query)),
            Today
        );
        if ((question.Problem ?? ChargeQuestions.CheckTarget(path)) is { } problem)
        {
            return problem;
        }

        return await _lake.RunAsync(
            (connection, snapshot, token) =>
                ChargeExport.Write(connection, question.Value, format, path, snapshot, token),
            TimeLimit.Export(_options),
            cancellationToken
        );
    }

    public async Task<Result<IReadOnlyList<DimensionValue>>> ValuesAsync(
        ValuesQuery query,
        CancellationToken cancellationToken
    )
    {
        var question = CostQuestion.Of(ChargeQuestions.WithoutSplit(query.Query), Today);
        if ((question.Problem ?? ChargeQuestions.Check(query)) is { } problem)
        {
            return problem;
        }

        return await _lake.RunAsync(
            (connection, snapshot, token) =>
                Values(connection, query, question.Value, snapshot, token),
            TimeLimit.Question(_options),
            cancellationToken
        );
    }

    private Result<IReadOnlyList<DimensionValue>> Values(
        DuckDBConnection connection,
        ValuesQuery query,
        CostQuestion question,
        LakeSnapshot snapshot,
        CancellationToken cancellationToken
    )
    {
        var loads = QuerySource.Within(snapshot.Loads, question.Range);
        var source = SourcePlanner
            .Plan(
                loads,
                SourcePlanner.FilteredBy(question.Query).Append(query.Dimension),
                _options.ForceCharges
            )
            .In(question.Query, rates);
        return loads.Count == 0
            ? new List<DimensionValue>()
            : ValuesSql.Read(connection, query, question, source, cancellationToken);
    }

    private Result<ChangesTable> Changes(
        DuckDBConnection connection,
        ChangesQuery query,
        CostQuestion question,
        LakeSnapshot snapshot,
        CancellationToken cancellationToken
    )
    {
        var prior = question.PriorRange!.Value;
        var loads = QuerySource.Within(snapshot.Loads, question.Range, prior);
        var source = SourcePlanner
            .Charges(loads, SourcePlanner.FilteredBy(question.Query).Concat(query.Grain))
            .In(question.Query, rates);
        return new ChangesTable(
            question.Range,
            prior,
            loads.Count == 0
                ? []
                : ChangesSql.Read(connection, query, question, source, cancellationToken),
            snapshot.Revision
        );
    }

    private Result<CostTable> Answer(
        DuckDBConnection connection,
        CostQuestion question,
        LakeSnapshot snapshot,
        CancellationToken cancellationToken
    )
    {
        var started = time.GetTimestamp();
        var query = question.Query;
        var loads = QuerySource.Within(snapshot.Loads, question.Range, question.PriorRange);
        var source = SourcePlanner
            .Plan(
                loads,
                SourcePlanner.DimensionsOf(query),
                needsCharges: query.Grain == TimeGrain.Hour || _options.ForceCharges
            )
            .In(query, rates);
        var builder = new CostTableBuilder(question);
        if (loads.Count > 0)
        {
            CostReader.Read(connection, question, source, builder, cancellationToken);
        }

        var key = Key(question, snapshot);
        var table = builder.Build(
            source.Kind,
            snapshot.Revision,
            key.IncompleteFrom,
            time.GetElapsedTime(started)
        );
        _answers.Keep(key, table);
        return table;
    }

    private AnswerKey Key(CostQuestion question, LakeSnapshot snapshot) =>
        new(
            CostQueryUrl.Format(question.Query),
            question.Range.ToString(),
            question.PriorRange?.ToString(),
            snapshot.Revision,
            question.Query.Convert == Conversion.None ? 0 : rates.Revision,
            LakeFactsReader.IncompleteFrom(snapshot, Today)
        );
}
