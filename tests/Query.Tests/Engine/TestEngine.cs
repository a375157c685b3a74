using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Outlay.Engines.DuckDb.Query;
using Outlay.Lake;
using Outlay.Query.Bill;

namespace Outlay.Query.Tests.Engine;

/// <summary>The real engine over a test lake, at noon of 2026-11-22.</summary>
internal sealed class TestEngine : IDisposable
{
    private readonly QueryRunner _runner;

    public TestEngine(
        ILakeCatalog lake,
        Action<DuckDbOptions>? configure = null,
        IExchangeRates? rates = null
    )
    {
        var options = new DuckDbOptions
        {
            MemoryMb = 256,
            Threads = 1,
            CachedAnswers = 0,
        };
        configure?.Invoke(options);
        _runner = new QueryRunner(Options.Create(options), Time);
        Engine = new DuckDbQueryEngine(
            lake,
            rates ?? new NoExchangeRates(),
            _runner,
            Options.Create(options),
            Time
        );
        Bills = new DuckDbBillReader(lake, _runner, Options.Create(options));
    }

    public FakeTimeProvider Time { get; } =
        new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public IQueryEngine Engine { get; }

    public IBillReader Bills { get; }

    public async Task<CostTable> RunAsync(CostQuery query) =>
        (await Engine.RunAsync(query, TestContext.Current.CancellationToken)).Value;

    public void Dispose() => _runner.Dispose();
}
