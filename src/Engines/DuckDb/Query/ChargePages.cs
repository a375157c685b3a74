using DuckDB.NET.Data;
using Outlay.Kernel;
using Outlay.Lake;
using Outlay.Query;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>The page of charges behind a number. Their sums come from the table that gave the number.</summary>
internal static class ChargePages
{
    public static Result<ChargePage> Read(
        DuckDBConnection connection,
        ChargesQuery query,
        CostQuestion question,
        ILakeCatalog catalog,
        IExchangeRates rates,
        LakeSnapshot snapshot,
        CancellationToken cancellationToken
    )
    {
        var load = query.LoadId is { } id ? catalog.Find(id) : null;
        if (query.LoadId is not null && load?.ChargeFiles.All(File.Exists) != true)
        {
            return new Problem(
                ProblemKind.NotFound,
                $"The charges of load {query.LoadId} are not kept.",
                "Import its billing period again, or look at a published load."
            );
        }

        var loads = QuerySource.Within(load is null ? snapshot.Loads : [load], question.Range);
        if (loads.Count == 0)
        {
            return new ChargePage([], [], 0, []);
        }

        var dimensions = SourcePlanner.FilteredBy(question.Query).ToList();
        var reader = new ChargeReader(connection, question, cancellationToken);
        var sums = reader.Sums(
            SourcePlanner.Plan(loads, dimensions, needsCharges: false).In(question.Query, rates)
        );
        var (columns, rows) = reader.Page(
            SourcePlanner.Charges(loads, dimensions).In(question.Query, rates),
            query.Offset,
            query.Limit
        );
        return new ChargePage(
            columns,
            rows.ConvertAll(
                IReadOnlyList<string?> (r) => columns.ConvertAll(c => r.GetValueOrDefault(c))
            ),
            sums.Sum(s => s.Charges),
            sums
        );
    }
}
