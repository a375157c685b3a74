using Outlay.Forecast.Hierarchy;
using Outlay.Forecast.Scenarios;
using Outlay.Kernel;
using Outlay.Query;

namespace Outlay.Forecast.Outlook;

/// <summary>Forecasts periods for everything and for each cloud, so that the clouds add up to everything.</summary>
public sealed class CloudForecasts(IQueryEngine engine, CostOutlooks outlooks)
{
    private const int MostClouds = 6;
    private static readonly Dimension Cloud = new("HostProviderName");

    /// <summary>A scope in the currency that it is asked in, else in the one with most charges.</summary>
    public CostQuery InOneCurrency(CostQuery scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return
            scope.Currency is null
            && engine.Facts().Currencies is [var first, ..]
            && Currency.TryParse(first, out var most)
            ? scope with
            {
                Currency = most,
            }
            : scope;
    }

    /// <summary>This month, the next one, this quarter and this year.</summary>
    /// <param name="scope">Filter, metric and currency.</param>
    /// <param name="events">What is planned and history cannot know; for everything, not for a cloud.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<Result<CloudForecast>> ReadAsync(
        CostQuery scope,
        IReadOnlyList<ScenarioEvent> events,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(scope);
        var periods = Periods(outlooks.Today);
        var last = periods.Max(p => p.Last);
        var total = await outlooks.OfAsync(scope, last, cancellationToken);
        if (!total.IsOk)
        {
            return total.Problem;
        }

        var names = await NamesAsync(scope, cancellationToken);
        if (!names.IsOk)
        {
            return names.Problem;
        }

        var clouds = new List<(string? Name, Result<CostOutlook> Outlook)>();
        foreach (var name in names.Value)
        {
            clouds.Add(
                (
                    name,
                    await outlooks.OfAsync(
                        scope with
                        {
                            Filter = scope.Filter.And(Is(name)),
                        },
                        last,
                        cancellationToken
                    )
                )
            );
        }

        // A cloud of a few days has no forecast of its own; then everything stands alone.
        var known = clouds.TrueForAll(c => c.Outlook.IsOk)
            ? clouds.ConvertAll(c => (c.Name, c.Outlook.Value))
            : [];
        return new CloudForecast(
            total.Value,
            events.Count == 0 ? null : total.Value.With(events),
            [.. periods.Select(p => Row(p, total.Value, known))],
            outlooks.ChoiceOf(scope)
        );
    }

    private static List<DateRange> Periods(DateOnly today)
    {
        var month = BillingPeriod.Of(today);
        var quarter = new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1);
        return
        [
            month.Days,
            BillingPeriod.Of(month.End).Days,
            new DateRange(quarter, quarter.AddMonths(3)),
            new DateRange(new(today.Year, 1, 1), new(today.Year + 1, 1, 1)),
        ];
    }

    private static ForecastRow Row(
        DateRange period,
        CostOutlook total,
        List<(string? Name, CostOutlook Outlook)> clouds
    )
    {
        var whole = total.Of(period);
        if (clouds.Count == 0)
        {
            return new ForecastRow(period, whole, whole.Mid, []);
        }

        var parts = clouds.Select(c => c.Outlook.Of(period)).ToList();
        var (cents, shares) = Reconciliation
            // The whole is said on other pages too, so it stands; the clouds are scaled to it.
            .ToTotal(Estimates.Of(whole.Mid), [.. parts.Select(p => Estimates.Of(p.Mid))])
            .InCents();
        return new ForecastRow(
            period,
            whole,
            cents / 100m,
            [.. clouds.Zip(shares, (c, share) => (c.Name, share / 100m))]
        );
    }

    private async Task<Result<IReadOnlyList<string?>>> NamesAsync(
        CostQuery scope,
        CancellationToken cancellationToken
    )
    {
        var answer = await engine.RunAsync(
            scope with
            {
                Period = Period.Of(PeriodPreset.Last12Months),
                Grain = TimeGrain.None,
                GroupBy = [Cloud],
                Compare = Comparison.None,
                Top = null,
                Sort = CostSort.Default,
                Page = 1,
                PageSize = MostClouds + 1,
            },
            cancellationToken
        );
        return answer.IsOk
            ? answer.Value.Rows.Count > MostClouds
                ? Array.Empty<string?>()
                : answer.Value.Rows.Select(r => r.Keys[0]).ToArray()
            : answer.Problem;
    }

    private static FilterCondition Is(string? name) =>
        name is null ? new(Cloud, FilterOperator.Empty, []) : new(Cloud, FilterOperator.Is, [name]);
}
