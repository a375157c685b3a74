using Outlay.Kernel;

namespace Outlay.Query;

/// <summary>
/// Answers questions over cost. Every question sees one snapshot of the lake, is cancelled by its token, and ends with a problem
/// (Unavailable) when it passes the engine's time or memory limit. Wrong questions are a problem too (Invalid), worded for people.
/// </summary>
public interface IQueryEngine
{
    /// <summary>What the lake holds now.</summary>
    LakeFacts Facts();

    /// <summary>Answers a query.</summary>
    Task<Result<CostTable>> RunAsync(CostQuery query, CancellationToken cancellationToken);

    /// <summary>What charges came to in two ranges, line by line, the largest first; see <see cref="ChangesQuery"/>.</summary>
    Task<Result<ChangesTable>> ChangesAsync(
        ChangesQuery query,
        CancellationToken cancellationToken
    );

    /// <summary>The charges behind a number.</summary>
    Task<Result<ChargePage>> ChargesAsync(ChargesQuery query, CancellationToken cancellationToken);

    /// <summary>Writes all charges behind a query to a file that must not exist, as FOCUS 1.4 plus <c>x_</c> columns; gives their number.</summary>
    Task<Result<long>> ExportAsync(
        CostQuery query,
        ChargeFormat format,
        string path,
        CancellationToken cancellationToken
    );

    /// <summary>The values of a dimension, heaviest first.</summary>
    Task<Result<IReadOnlyList<DimensionValue>>> ValuesAsync(
        ValuesQuery query,
        CancellationToken cancellationToken
    );
}
