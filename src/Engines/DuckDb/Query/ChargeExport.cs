using DuckDB.NET.Data;
using Outlay.Kernel;
using Outlay.Lake;
using Outlay.Query;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>Exports charges; what fails leaves no file behind.</summary>
internal static class ChargeExport
{
    public static Result<long> Write(
        DuckDBConnection connection,
        CostQuestion question,
        ChargeFormat format,
        string path,
        LakeSnapshot snapshot,
        CancellationToken cancellationToken
    )
    {
        var loads = QuerySource.Within(snapshot.Loads, question.Range);
        var source = SourcePlanner.Charges(loads, SourcePlanner.FilteredBy(question.Query));
        var (sql, parameters) = ExportSql.Compile(
            question,
            source with
            {
                NeedsExtraColumns = source.ExtraColumns.Count > 0,
            },
            format,
            path
        );
        var written = false;
        try
        {
            var rows = connection.Execute(sql, cancellationToken, parameters);
            written = true;
            return rows;
        }
        finally
        {
            if (!written)
            {
                File.Delete(path);
            }
        }
    }
}
