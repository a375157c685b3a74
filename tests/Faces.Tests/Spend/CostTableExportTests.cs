using System.Text;
using Microsoft.Extensions.Time.Testing;
using Outlay.Kernel;
using Outlay.Query;
using Outlay.Spend;
using Outlay.Spend.Export;

namespace Outlay.Faces.Tests.Spend;

public sealed class CostTableExportTests
{
    private readonly FakeEngine _engine = new();
    private readonly CostQuery _query = new()
    {
        GroupBy = [new("ServiceName")],
        Compare = Comparison.Prior,
    };

    [Fact]
    public async Task Every_page_is_written_and_the_total_comes_last()
    {
        _engine.Answer = q =>
            Tables.Of(q, Tables.Row(q.Page, 1, $"service {q.Page}")) with
            {
                GroupCount = 3,
            };
        var lines = await WriteAsync(SpendTable.Groups);
        lines.Length.ShouldBe(5);
        lines[0]
            .ShouldBe(
                "Service,Currency,Effective cost 2026-11-01..2026-11-23,Share %,Effective cost 2026-10-01..2026-10-23,Change,Change %,Charges"
            );
        lines[3].ShouldBe("service 3,USD,3,100,1,2,200,4");
        lines[4].ShouldStartWith("Total,USD,");
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+1", "'+1")]
    [InlineData("-x", "'-x")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("a=b", "a=b")]
    public async Task Names_do_not_run_as_formulas(string name, string written)
    {
        _engine.Answer = q => Tables.Of(q, Tables.Row(-1.5m, 0, name));
        (await WriteAsync(SpendTable.Groups))[1].ShouldBe($"{written},USD,-1.5,100,0,-1.5,,4");
    }

    [Fact]
    public async Task By_date_has_the_buckets_as_columns()
    {
        _engine.Answer = q => Tables.Of(q, Tables.Row(3, 0, "a") with { Cells = [1, 2] });
        var lines = await WriteAsync(SpendTable.Dates);
        lines[0]
            .ShouldEndWith(
                "Charges,2026-11-01,2026-11-02,2026-11-03,2026-11-04,2026-11-05,2026-11-06,2026-11-07,2026-11-08,2026-11-09,2026-11-10,2026-11-11,2026-11-12,2026-11-13,2026-11-14,2026-11-15,2026-11-16,2026-11-17,2026-11-18,2026-11-19,2026-11-20,2026-11-21,2026-11-22 (incomplete),2026-11-23 (incomplete)"
            );
        lines[1].ShouldEndWith(",4,1,2");
    }

    [Fact]
    public async Task A_problem_leaves_the_target_closed()
    {
        var problem = new Problem(ProblemKind.Unavailable, "The query took too long.");
        _engine.Answer = _ => problem;
        var export = new CostTableExport(Queries());
        var found = await export.WriteAsync(
            _query,
            SpendTable.Groups,
            () => throw new InvalidOperationException("opened"),
            TestContext.Current.CancellationToken
        );
        found.ShouldBe(problem);
    }

    [Fact]
    public async Task A_load_published_meanwhile_spoils_the_file()
    {
        _engine.Answer = q =>
            Tables.Of(q, Tables.Row(1, 1, "a")) with
            {
                GroupCount = 2,
                Revision = q.Page,
            };
        var export = new CostTableExport(Queries());
        var found = await export.WriteAsync(
            _query,
            SpendTable.Groups,
            () => new MemoryStream(),
            TestContext.Current.CancellationToken
        );
        found.ShouldNotBeNull().Kind.ShouldBe(ProblemKind.Conflict);
    }

    private SpendQueries Queries() =>
        new(
            _engine,
            new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 6, 0, 0, TimeSpan.Zero))
        );

    private async Task<string[]> WriteAsync(SpendTable table)
    {
        using var stream = new MemoryStream();
        var problem = await new CostTableExport(Queries()).WriteAsync(
            _query,
            table,
            () => stream,
            TestContext.Current.CancellationToken
        );
        problem.ShouldBeNull();
        return Encoding
            .UTF8.GetString(stream.ToArray())
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
    }
}
