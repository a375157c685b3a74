using Outlay.Kernel;

namespace Outlay.Query.Bill;

/// <summary>
/// Reads charges summed up by resource and price, row by row, so that any number of them can be judged in one pass. Each reading sees one
/// snapshot of the lake.
/// </summary>
public interface IBillReader
{
    /// <summary>
    /// Sums usage, purchases and credits of some days by everything in <see cref="BillLine"/> that is no amount; lines of one resource come
    /// together, in no other order.
    /// </summary>
    /// <param name="days">The days.</param>
    /// <param name="see">Called for each line; must not ask the engine itself.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Number of lines; a problem when the engine's time or memory is too small for it.</returns>
    Task<Result<long>> LinesAsync(
        DateRange days,
        Action<BillLine> see,
        CancellationToken cancellationToken
    );

    /// <summary>
    /// Usage of computing and of databases by hour and by everything in <see cref="HourLine"/> that is no amount; hours of one use come together, oldest first.
    /// </summary>
    /// <param name="days">The days.</param>
    /// <param name="see">Called for each line; must not ask the engine itself.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Number of lines; a problem when the engine's time or memory is too small for it.</returns>
    Task<Result<long>> HoursAsync(
        DateRange days,
        Action<HourLine> see,
        CancellationToken cancellationToken
    );
}
