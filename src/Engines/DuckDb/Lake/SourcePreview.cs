using System.Globalization;
using DuckDB.NET.Data;
using Outlay.Lake.Sources;

namespace Outlay.Engines.DuckDb.Lake;

/// <summary>Shows a few charges of a file before anything is written.</summary>
internal static class SourcePreview
{
    public static List<IReadOnlyList<string?>> Read(
        DuckDBConnection connection,
        Source source,
        IReadOnlyList<string> columns,
        int rows,
        CancellationToken cancellationToken
    )
    {
        var texts = columns.Select(c => $"CAST({SqlText.Name(c)} AS VARCHAR)");
        return connection.Read(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{SourceRelation.With(source)} SELECT {string.Join(", ", texts)} FROM ({source.Normalisation.ChargesSql}) LIMIT {rows}"
            ),
            IReadOnlyList<string?> (r) =>
                [
                    .. Enumerable
                        .Range(0, columns.Count)
                        .Select(i => r.IsDBNull(i) ? null : r.GetString(i)),
                ],
            cancellationToken
        );
    }
}
