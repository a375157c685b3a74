using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Outlay.Forecast;
using Outlay.Kernel;
using Outlay.Query;
using Outlay.Testing;

namespace Outlay.Budgets.Tests;

/// <summary>Budgets over a lake of daily costs, on a day that a test chooses.</summary>
internal sealed class BudgetWorld : IDisposable
{
    public static readonly Currency Usd = Currency.Parse("USD");

    public BudgetWorld(string today = "2026-11-21") =>
        World = new OutlayWorld(services =>
            services
                .Replace(
                    ServiceDescriptor.Singleton<TimeProvider>(
                        new FakeTimeProvider(
                            new DateTimeOffset(Day(today), new TimeOnly(9, 0), TimeSpan.Zero)
                        )
                    )
                )
                .AddForecasts()
                .AddBudgets()
        );

    public OutlayWorld World { get; }

    public BudgetBook Book => World.Get<BudgetBook>();

    public BudgetQueries Queries => World.Get<BudgetQueries>();

    public static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Loads a cost a day and service.</summary>
    public Task LoadAsync(
        string from,
        string to,
        Func<DateOnly, decimal> cost,
        string service = "Compute"
    ) => World.LoadAsync(from, to, cost, service);

    public static BudgetDraft Draft(
        decimal amount,
        string name = "Shop",
        string first = "2026-11-01",
        CostFilter? filter = null
    ) =>
        new()
        {
            Name = name,
            Scope = new BudgetScope(
                filter ?? CostFilter.All,
                ChargeSwitches.None,
                CostMetric.Effective,
                Usd
            ),
            Calendar = BudgetCalendar.Of(BudgetCadence.Month, Day(first)),
            Amount = amount,
        };

    public Budget Make(BudgetDraft draft)
    {
        var made = Book.Create(draft);
        made.IsOk.ShouldBeTrue(made.Problem?.ToString());
        return made.Value;
    }

    public async Task<BudgetStatus> StatusAsync(Budget budget)
    {
        var status = await Queries.OfAsync(budget, TestContext.Current.CancellationToken);
        status.IsOk.ShouldBeTrue(status.Problem?.ToString());
        return status.Value;
    }

    public void Dispose() => World.Dispose();
}
