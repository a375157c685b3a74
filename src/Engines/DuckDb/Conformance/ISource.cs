using DuckDB.NET.Data;
using Outlay.Focus.Conformance;

namespace Outlay.Engines.DuckDb.Conformance;

/// <summary>An opened file whose rows are not read yet.</summary>
internal interface ISource
{
    /// <summary>Header and stored types.</summary>
    SourceShape Shape { get; }

    /// <summary>
    /// Makes the rows readable many times, in parallel and with their numbers, and gives the relation: a text column for each name of
    /// <see cref="ConformanceView.NameOf"/> and <c>file_row_number</c> from 0.
    /// </summary>
    string Stage(
        DuckDBConnection connection,
        WorkFolder folder,
        CancellationToken cancellationToken
    );
}
