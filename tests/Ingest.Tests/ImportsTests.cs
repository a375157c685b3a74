using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Outlay.Connections;
using Outlay.Focus;
using Outlay.Focus.Conformance;
using Outlay.Ingest.Ledger;
using Outlay.Kernel;
using Outlay.Testing;

namespace Outlay.Ingest.Tests;

public sealed class ImportsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_worker_runs_what_is_queued_and_checks_it_afterwards()
    {
        using var world = World();
        var imports = world.Get<Imports>();
        var file = world.Files.Write("a.csv", FocusLines.File(FocusLines.Line("1.5")));
        var run = imports.Enqueue(new ImportRequest { Paths = [file] }).Value;
        run.State.ShouldBe(ImportState.Queued);

        await WorkAsync(
            world,
            () => imports.Loads().Count == 1 && Detail(imports)?.Findings is not null
        );

        imports.Find(run.Id)!.State.ShouldBe(ImportState.Succeeded);
        imports.Recent().ShouldHaveSingleItem().LoadIds.ShouldHaveSingleItem();
        Detail(imports)!.Findings!.ShouldHaveSingleItem().Rules.ShouldBe(7);
    }

    [Fact]
    public async Task A_queued_run_outlives_the_process_that_queued_it()
    {
        using var world = World();
        var file = world.Files.Write("a.csv", FocusLines.File(FocusLines.Line("1.5")));
        world.Get<ImportLedger>().Add(new ImportRequest { Paths = [file] }, background: true);

        await WorkAsync(world, () => world.Get<Imports>().Loads().Count == 1);
    }

    [Fact]
    public async Task An_upload_is_kept_until_it_is_loaded_and_then_deleted()
    {
        using var world = World();
        var imports = world.Get<Imports>();
        using var content = new MemoryStream(
            Encoding.UTF8.GetBytes(FocusLines.File(FocusLines.Line("2")))
        );

        var run = await imports.UploadAsync(
            "C:\\bills\\../october.csv",
            content,
            new ImportRequest { Paths = [] },
            Token
        );

        var kept = run.Value.Request.Paths.ShouldHaveSingleItem();
        Path.GetFileName(kept).ShouldBe("october.csv");
        File.Exists(kept).ShouldBeTrue();
        await WorkAsync(world, () => !File.Exists(kept));
        imports.Loads().ShouldHaveSingleItem().Connection.ShouldBe("AWS 0001");
    }

    [Fact]
    public async Task An_upload_over_the_limit_is_refused_and_leaves_nothing_behind()
    {
        using var world = World(maxUpload: 10);
        using var content = new MemoryStream(new byte[11]);

        var run = await world
            .Get<Imports>()
            .UploadAsync("a.csv", content, new ImportRequest { Paths = [] }, Token);

        run.Problem!.Message.ShouldContain("larger than an upload may be");
        Directory.EnumerateFileSystemEntries(world.Data.Uploads).ShouldBeEmpty();
    }

    [Fact]
    public void A_queued_run_can_be_stopped()
    {
        using var world = World();
        var imports = world.Get<Imports>();
        var file = world.Files.Write("a.csv", FocusLines.File(FocusLines.Line("1")));
        var run = imports.Enqueue(new ImportRequest { Paths = [file] }).Value;

        imports.Cancel(run.Id).Value.State.ShouldBe(ImportState.Cancelled);
        imports.Cancel(99).Problem!.Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Fact]
    public async Task A_restatement_shows_what_changed_and_can_be_undone()
    {
        using var world = World();
        var imports = world.Get<Imports>();
        var file = world.Files.File("a.csv");
        await File.WriteAllTextAsync(
            file,
            FocusLines.File(FocusLines.Line("1"), FocusLines.Line("5", service: "Storage")),
            Token
        );
        await imports.RunAsync(new ImportRequest { Paths = [file] }, null, Token);
        await File.WriteAllTextAsync(
            file,
            FocusLines.File(FocusLines.Line("1.25"), FocusLines.Line("5", service: "Storage")),
            Token
        );
        await imports.RunAsync(new ImportRequest { Paths = [file] }, null, Token);

        var detail = Detail(imports)!;
        detail.Versions.Count.ShouldBe(2);
        var changed = detail.Restatement.ShouldHaveSingleItem();
        changed.ShouldBe(new RestatedAmount("Compute", "0042", Currency.Parse("USD"), 1, 1.25m));

        imports.Restore(detail.Versions[1].Id).IsOk.ShouldBeTrue();
        imports.Loads().ShouldHaveSingleItem().ControlTotals[0].LakeBilled.ShouldStartWith("6.0");
    }

    private static LoadDetail? Detail(Imports imports) =>
        imports.LoadAsync(imports.Loads()[0].Id, Token).GetAwaiter().GetResult();

    private static OutlayWorld World(long maxUpload = 1_000_000) =>
        new(services =>
            services
                .AddImportWorker()
                .AddSingleton<IConformanceChecker, AnyChecker>()
                .Configure<IngestOptions>(o => o.MaxUploadBytes = maxUpload)
        );

    private static async Task WorkAsync(OutlayWorld world, Func<bool> done)
    {
        var workers = world.Get<IEnumerable<IHostedService>>().ToList();
        foreach (var worker in workers)
        {
            await worker.StartAsync(Token);
        }

        var watch = Stopwatch.StartNew();
        while (!done())
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2));
            await Task.Delay(20, Token);
        }

        foreach (var worker in workers)
        {
            await worker.StopAsync(Token);
        }
    }

    private sealed class AnyChecker : IConformanceChecker
    {
        public Task<Result<ConformanceReport>> CheckAsync(
            string path,
            CancellationToken cancellationToken
        ) =>
            Task.FromResult<Result<ConformanceReport>>(
                new ConformanceReport(Path.GetFileName(path), FocusVersion.V1_0, 1, 7, [])
            );
    }
}
