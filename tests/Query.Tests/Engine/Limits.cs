using DuckDB.NET.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Outlay.Engines.DuckDb;
using Outlay.Engines.DuckDb.Query;
using Outlay.Kernel;
using Outlay.Lake;
using Outlay.Testing;
using static Outlay.Testing.LakeBuilder;

namespace Outlay.Query.Tests.Engine;

public sealed class Limits : IDisposable
{
    private const string Endless =
        "SELECT count(*) FROM range(100000000000) a WHERE a.range % 7 = 3";

    private static readonly TimeLimit HalfMinute = new(30, "TimeoutSeconds");

    private readonly LakeBuilder _lake = new();
    private readonly FakeTimeProvider _time = new();

    public void Dispose() => _lake.Dispose();

    [Fact]
    public async Task A_question_that_takes_too_long_ends_with_what_to_do()
    {
        using var runner = Runner(new DuckDbOptions { TimeoutSeconds = 5 });
        var started = new TaskCompletionSource();
        var asked = runner.RunAsync<long>(
            (connection, token) => Count(connection, Endless, started, token),
            new TimeLimit(5, "TimeoutSeconds"),
            CancellationToken.None
        );
        await started.Task;

        _time.Advance(TimeSpan.FromSeconds(5));
        var problem = (await asked).Problem.ShouldNotBeNull();

        problem.Kind.ShouldBe(ProblemKind.Unavailable);
        problem.ToString().ShouldContain("5 s");
        problem.ToString().ShouldContain("Query:TimeoutSeconds");
    }

    [Fact]
    public async Task A_caller_who_leaves_stops_the_question()
    {
        using var runner = Runner(new DuckDbOptions());
        using var caller = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var asked = runner.RunAsync<long>(
            (connection, token) => Count(connection, Endless, started, token),
            HalfMinute,
            caller.Token
        );
        await started.Task;

        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(asked);
    }

    [Fact]
    public async Task A_question_that_waits_for_its_turn_can_be_left_too()
    {
        using var runner = Runner(new DuckDbOptions { MaxConcurrent = 1 });
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        var started = new TaskCompletionSource();
        var running = runner.RunAsync<long>(
            (connection, token) => Count(connection, Endless, started, token),
            HalfMinute,
            first.Token
        );
        await started.Task;
        var waiting = runner.RunAsync<long>((_, _) => 1L, HalfMinute, second.Token);

        await second.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(waiting);
        await first.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(running);
    }

    [Fact]
    public async Task A_question_that_needs_too_much_memory_ends_with_what_to_do()
    {
        using var runner = Runner(new DuckDbOptions { MemoryMb = 20, Threads = 1 });

        var answer = await runner.RunAsync<long>(
            (connection, token) =>
                connection.Read(
                    "SELECT len(list(range)) FROM range(50000000)",
                    r => r.GetInt64(0),
                    token
                )[0],
            HalfMinute,
            TestContext.Current.CancellationToken
        );

        answer.Problem.ShouldNotBeNull().Kind.ShouldBe(ProblemKind.Unavailable);
        answer.Problem.ToString().ShouldContain("20 MB");
    }

    [Fact]
    public async Task A_file_that_vanishes_makes_the_question_start_again_on_a_fresh_snapshot()
    {
        var gone = _lake.Publish("aws", "2026-11", [Charge("2026-11-01", "1")]);
        var stale = _lake.Current();
        _lake.Publish("aws", "2026-11", [Charge("2026-11-01", "2")]);
        File.Delete(gone.RollupFile);
        var catalog = new ChangingCatalog(stale, _lake);
        using var engine = new TestEngine(catalog);

        var table = await engine.RunAsync(new CostQuery());

        table.Totals.ShouldHaveSingleItem().Cost.ShouldBe(2);
    }

    [Fact]
    public async Task A_file_that_stays_away_is_named()
    {
        var gone = _lake.Publish("aws", "2026-11", [Charge("2026-11-01", "1")]);
        File.Delete(gone.RollupFile);
        using var engine = new TestEngine(_lake);

        var answer = await engine.Engine.RunAsync(
            new CostQuery(),
            TestContext.Current.CancellationToken
        );

        answer.Problem.ShouldNotBeNull().Message.ShouldContain(gone.RollupFile);
    }

    [Fact]
    public async Task Too_many_points_are_refused()
    {
        using var engine = new TestEngine(_lake);
        var years = Period.Of(DateRange.Inclusive(new(2020, 1, 1), new(2026, 1, 1)));
        var token = TestContext.Current.CancellationToken;

        var hours = await engine.Engine.RunAsync(
            new CostQuery { Period = years, Grain = TimeGrain.Hour },
            token
        );
        var cells = await engine.Engine.RunAsync(
            new CostQuery
            {
                Period = years,
                GroupBy = [new("ResourceId")],
                PageSize = 1000,
            },
            token
        );

        hours.Problem?.Field.ShouldBe("grain");
        cells.Problem?.Field.ShouldBe("size");
    }

    [Fact]
    public async Task An_answer_is_kept_until_the_lake_changes()
    {
        _lake.Publish("aws", "2026-11", [Charge("2026-11-01", "1")]);
        using var engine = new TestEngine(_lake, o => o.CachedAnswers = 2);

        var first = await engine.RunAsync(new CostQuery());
        var again = await engine.RunAsync(new CostQuery());
        _lake.Publish("gcp", "2026-11", [Charge("2026-11-01", "2")]);
        var changed = await engine.RunAsync(new CostQuery());

        again.Totals.ShouldBeSameAs(first.Totals);
        changed.Totals[0].Cost.ShouldBe(3);
    }

    [Fact]
    public async Task The_module_wires_the_engine()
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILakeCatalog>(_lake);
        services.AddDuckDb(o => o.MemoryMb = 100);
        await using var provider = services.BuildServiceProvider();

        var engine = provider.GetRequiredService<IQueryEngine>();

        engine.Facts().IsEmpty.ShouldBeTrue();
        (
            await engine.RunAsync(new CostQuery(), TestContext.Current.CancellationToken)
        ).IsOk.ShouldBeTrue();
    }

    private QueryRunner Runner(DuckDbOptions options) => new(Options.Create(options), _time);

    private static Result<long> Count(
        DuckDBConnection connection,
        string sql,
        TaskCompletionSource started,
        CancellationToken token
    )
    {
        started.SetResult();
        return connection.Read(sql, r => r.GetInt64(0), token)[0];
    }

    /// <summary>Gives a stale snapshot once, as a question sees that began before a publish.</summary>
    private sealed class ChangingCatalog(LakeSnapshot stale, LakeBuilder lake) : ILakeCatalog
    {
        private int _asked;

        // The engine looks once for a kept answer and once for the question itself.
        public LakeSnapshot Current() => _asked++ < 2 ? stale : lake.Current();

        public Load? Find(long id) => lake.Find(id);

        public IReadOnlyList<Load> Versions(string connection, BillingPeriod period) =>
            lake.Versions(connection, period);

        public Result<Load> Restore(long id) => lake.Restore(id);

        public void Forget(string connection) => lake.Forget(connection);
    }
}
