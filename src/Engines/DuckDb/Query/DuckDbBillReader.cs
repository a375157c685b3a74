using System.Data.Common;
using Microsoft.Extensions.Options;
using Outlay.Kernel;
using Outlay.Lake;
using Outlay.Query.Bill;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>Reads summed charges with DuckDB; they are summed there and handed on row by row.</summary>
internal sealed class DuckDbBillReader(
    ILakeCatalog catalog,
    QueryRunner runner,
    IOptions<DuckDbOptions> options
) : IBillReader
{
    private readonly LakeReader _lake = new(catalog, runner);

    public Task<Result<long>> LinesAsync(
        DateRange days,
        Action<BillLine> see,
        CancellationToken cancellationToken
    ) => ReadAsync(days, BillSql.Lines, r => see(BillRows.Line(r)), cancellationToken);

    public Task<Result<long>> HoursAsync(
        DateRange days,
        Action<HourLine> see,
        CancellationToken cancellationToken
    ) => ReadAsync(days, BillSql.Hours, r => see(BillRows.Hour(r)), cancellationToken);

    private Task<Result<long>> ReadAsync(
        DateRange days,
        Func<QuerySource, DateRange, SqlParameters, string> sql,
        Action<DbDataReader> see,
        CancellationToken cancellationToken
    ) =>
        _lake.RunAsync<long>(
            (connection, snapshot, token) =>
            {
                var loads = QuerySource.Within(snapshot.Loads, days);
                if (loads.Count == 0)
                {
                    return 0L;
                }

                var source = SourcePlanner.Charges(loads, []) with { NeedsExtraColumns = true };
                var parameters = new SqlParameters();
                return connection.Each(
                    sql(source, days, parameters),
                    see,
                    token,
                    parameters.Values
                );
            },
            TimeLimit.Export(options.Value),
            cancellationToken
        );
}
