using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Spend.Export;

/// <summary>Writes the table of a view, all its pages, as CSV.</summary>
public sealed class CostTableExport(SpendQueries queries)
{
    /// <summary>
    /// Asks for the first page, opens the target, and writes. A problem before opening leaves the target alone; a problem after it
    /// means that what was written is not whole and must not be handed on as if it were.
    /// </summary>
    /// <param name="query">The query of the view; its page is ignored.</param>
    /// <param name="table">Which of its tables.</param>
    /// <param name="open">Opens the target; called once, when there is something to write.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Problem?> WriteAsync(
        CostQuery query,
        SpendTable table,
        Func<Stream> open,
        CancellationToken cancellationToken
    )
    {
        var paged = query with { Page = 1, PageSize = CostQuery.MaxPageSize };
        var (first, places) = await queries.TableAsync(paged, table, cancellationToken);
        if (!first.IsOk)
        {
            return first.Problem;
        }

        await using var csv = new CostTableCsv(open(), table);
        await csv.HeaderAsync(first.Value);
        var (answer, written) = (first.Value, 0);
        while (true)
        {
            await csv.RowsAsync(answer, places, cancellationToken);
            written += answer.Rows.Count;
            if (
                query.Top is not null && table != SpendTable.Resources
                || answer.Rows.Count == 0
                || written >= answer.GroupCount
            )
            {
                break;
            }

            paged = paged with { Page = paged.Page + 1 };
            (var next, places) = await queries.TableAsync(paged, table, cancellationToken);
            if (!next.IsOk)
            {
                return next.Problem;
            }

            if (next.Value.Revision != first.Value.Revision)
            {
                return Torn();
            }

            answer = next.Value;
        }

        await csv.TotalsAsync(first.Value);
        return null;
    }

    private static Problem Torn() =>
        new(
            ProblemKind.Conflict,
            "A load was published while the file was written.",
            "Download it again."
        );
}
