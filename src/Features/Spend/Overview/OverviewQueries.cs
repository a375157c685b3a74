using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Spend.Overview;

/// <summary>Asks the engine everything that the Overview page shows, all at once.</summary>
public sealed class OverviewQueries(IQueryEngine engine, TimeProvider clock)
{
    private const int Listed = 5;
    private const int MostDays = 93;

    private static readonly Dimension Cloud = new("HostProviderName");
    private static readonly Dimension Service = new("ServiceName");
    private static readonly Dimension Account = new("SubAccountName");

    /// <summary>What a mover is: a service in an account.</summary>
    public static IReadOnlyList<Dimension> MoverKeys { get; } = [Service, Account];

    /// <summary>The panels for a period, metric and currency.</summary>
    public async Task<OverviewReport> ReadAsync(
        CostQuery view,
        LakeFacts facts,
        CancellationToken cancellationToken
    )
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var compared = view with { Compare = Comparison.Prior, Grain = TimeGrain.None, Page = 1 };
        var byCloud = Ask(
            compared with
            {
                GroupBy = [Cloud],
                Grain = GrainOf(view.Period.Resolve(today)),
                Top = Listed,
            }
        );
        var rises = Ask(Movers(compared, descending: true));
        var falls = Ask(Movers(compared, descending: false));
        var services = Ask(compared with { GroupBy = [Service], Top = Listed });
        var accounts = Ask(compared with { GroupBy = [Account], Top = Listed });
        var month = Ask(RunRate.QueryFor(view, today));
        await Task.WhenAll(byCloud, rises, falls, services, accounts, month);
        return new(
            await byCloud,
            Only(await rises, r => r.Change > 0),
            Only(await falls, r => r.Change < 0),
            await services,
            await accounts,
            RunRateOf(await month, view, today, facts)
        );

        Task<Result<CostTable>> Ask(CostQuery query) => engine.RunAsync(query, cancellationToken);
    }

    /// <summary>Days, while that many bars can be told apart; else weeks or months.</summary>
    public static TimeGrain GrainOf(DateRange range) =>
        range.Days switch
        {
            <= MostDays => TimeGrain.Day,
            <= MostDays * 2 => TimeGrain.Week,
            _ => TimeGrain.Month,
        };

    private static CostQuery Movers(CostQuery view, bool descending) =>
        view with
        {
            GroupBy = MoverKeys,
            Sort = new(SortKey.Change, descending),
            PageSize = Listed,
        };

    private static Result<CostTable> Only(Result<CostTable> table, Func<CostRow, bool> holds) =>
        table.Match<Result<CostTable>>(
            t => t with { Rows = [.. t.Rows.Where(holds)] },
            problem => problem
        );

    private static Result<RunRate> RunRateOf(
        Result<CostTable> month,
        CostQuery view,
        DateOnly today,
        LakeFacts facts
    ) =>
        month.IsOk
            ? RunRate.Of(
                month.Value,
                view.Currency ?? month.Value.Totals.Select(t => t.Currency).FirstOrDefault(),
                today,
                facts.FirstDay ?? today
            )
            : month.Problem;
}
