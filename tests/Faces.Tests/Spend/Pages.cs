using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Outlay.Alerts;
using Outlay.Anomalies.Changes;
using Outlay.Budgets;
using Outlay.Forecast;
using Outlay.Kernel;
using Outlay.Optimization;
using Outlay.Query;
using Outlay.Query.Bill;
using Outlay.Spend;
using Outlay.Spend.Overview;
using Outlay.Spend.Views;
using Outlay.State;
using Outlay.Web.Shell;
using Parameter = System.Collections.Generic.KeyValuePair<string, string>;

namespace Outlay.Faces.Tests.Spend;

/// <summary>Renders pages on a hand-made engine at 23 November 2026, 06:00 UTC.</summary>
internal sealed class Pages : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("outlay-pages-");
    private readonly BunitContext _bunit = new();

    public Pages()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero));
        var folder = new DataFolder(_folder.FullName);
        var state = new StateDatabase(folder, NullLogger<StateDatabase>.Instance);
        state.Migrate([
            new StateModule(typeof(SpendModule).Assembly),
            new StateModule(typeof(AlertsModule).Assembly),
            new StateModule(typeof(ForecastModule).Assembly),
            new StateModule(typeof(BudgetsModule).Assembly),
            new StateModule(typeof(OptimizationModule).Assembly),
        ]);
        Views = new SavedViews(state, clock);
        var services = _bunit.Services;
        services.AddSingleton<TimeProvider>(clock);
        services.AddSingleton<IQueryEngine>(Engine);
        services.AddSingleton(new SpendQueries(Engine, clock));
        services.AddSingleton(new OverviewQueries(Engine, clock));
        services.AddSingleton(new ChangeQueries(Engine));
        services.AddSingleton(Views);
        services.AddSingleton(folder);
        services.AddSingleton(state);
        services.AddDataProtection();
        services.AddSingleton<IBillReader>(new NoBill());
        services.AddAlerts().AddForecasts().AddBudgets().AddOptimization();
        services.AddSingleton<Microsoft.AspNetCore.Components.Forms.AntiforgeryStateProvider>(
            new NoAntiforgery()
        );
    }

    public FakeEngine Engine { get; } = new();

    public SavedViews Views { get; }

    public static PageContext Context(string url, FakeEngine engine)
    {
        var parts = url.Split('?', 2);
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(
            parts.Length == 2 ? parts[1] : ""
        );
        return new PageContext(
            parts[0],
            [.. query.SelectMany(p => p.Value.Select(v => new Parameter(p.Key, v ?? "")))],
            [],
            Tables.Today,
            engine.Facts
        );
    }

    public IRenderedComponent<TPage> Open<TPage>(string url)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        _bunit.Services.AddSingleton(Context(url, Engine));
        _bunit
            .Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>()
            .NavigateTo(url);
        return _bunit.Render<TPage>();
    }

    public string Address =>
        _bunit.Services.GetRequiredService<Microsoft.AspNetCore.Components.NavigationManager>().Uri;

    public async ValueTask DisposeAsync()
    {
        await _bunit.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private sealed class NoBill : IBillReader
    {
        public Task<Result<long>> LinesAsync(
            DateRange days,
            Action<BillLine> see,
            CancellationToken cancellationToken
        ) => Task.FromResult<Result<long>>(0L);

        public Task<Result<long>> HoursAsync(
            DateRange days,
            Action<HourLine> see,
            CancellationToken cancellationToken
        ) => Task.FromResult<Result<long>>(0L);
    }

    private sealed class NoAntiforgery
        : Microsoft.AspNetCore.Components.Forms.AntiforgeryStateProvider
    {
        public override Microsoft.AspNetCore.Components.Forms.AntiforgeryRequestToken? GetAntiforgeryToken() =>
            null;
    }
}
