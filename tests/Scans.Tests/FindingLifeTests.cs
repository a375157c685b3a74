using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Outlay.Alerts;
using Outlay.Ingest;
using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Kernel;
using Outlay.Optimization;
using Outlay.Optimization.Analysis;
using Outlay.Optimization.Findings;
using Outlay.Optimization.Scans;
using Outlay.Testing;

namespace Outlay.Scans.Tests;

/// <summary>The life of a recommendation over scans, decisions and the bill, with a real state database and a real lake.</summary>
public sealed class FindingLifeTests : IDisposable
{
    private readonly FakeTimeProvider _time = new(
        new DateTimeOffset(2026, 11, 20, 9, 0, 0, TimeSpan.Zero)
    );

    private readonly StandInCollector _cloud;
    private readonly OutlayWorld _world;

    public FindingLifeTests()
    {
        _cloud = new StandInCollector(_time);
        _world = new(services =>
            services
                .Replace(ServiceDescriptor.Singleton<TimeProvider>(_time))
                .AddSingleton<IInventoryCollector>(_cloud)
                .AddOptimization()
        );
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private FindingBook Book => _world.Get<FindingBook>();

    private ScanBook Scans => _world.Get<ScanBook>();

    [Fact]
    public async Task What_a_scan_finds_is_kept_with_its_evidence_and_a_second_scan_changes_nothing()
    {
        _cloud.Resources.Add(Loose("vol-1", 100));

        await ScanAsync();
        var first = Book.Page(new FindingQuery()).Rows.ShouldHaveSingleItem();
        _time.Advance(TimeSpan.FromHours(1));
        await ScanAsync();

        var second = Book.Page(new FindingQuery()).Rows.ShouldHaveSingleItem();
        second.Id.ShouldBe(first.Id);
        second.FirstSeen.ShouldBe(first.FirstSeen);
        second.LastSeen.ShouldBeGreaterThan(first.LastSeen);
        second.Net.ShouldBe(8m);
        second.Recommendation.Evidence.ShouldNotBeEmpty();
        second.LostUntil(_time.GetUtcNow()).ShouldBe(8m / 730m, 0.0001m);
    }

    [Fact]
    public async Task Decisions_survive_scans_and_are_written_down()
    {
        _cloud.Resources.AddRange([Loose("vol-1", 100), Loose("vol-2", 200), Loose("vol-3", 300)]);
        await ScanAsync();
        var ids = Book.Page(new FindingQuery())
            .Rows.ToDictionary(f => f.Recommendation.Subject.Label, f => f.Id);

        (await SayAsync(ids["vol-1"], "snooze", "2026-11-30", null)).Value.ShouldBe(1);
        (await SayAsync(ids["vol-2"], "dismiss", null, "kept for the auditors")).Value.ShouldBe(1);
        (await SayAsync(ids["vol-3"], "plan", null, "next sprint")).Value.ShouldBe(1);
        _time.Advance(TimeSpan.FromHours(1));
        await ScanAsync();

        Book.Page(new FindingQuery()).Count.ShouldBe(0);
        Book.Find(ids["vol-1"])!.State.ShouldBe(FindingState.Snoozed);
        Book.Find(ids["vol-2"])!.Note.ShouldBe("kept for the auditors");
        Book.Find(ids["vol-2"])!.Net.ShouldBe(0m);
        Book.Find(ids["vol-3"])!.Net.ShouldBe(24m);
        var said = Book.Events(ids["vol-2"]).ShouldHaveSingleItem();
        (said.Author, said.What).ShouldBe(("tester", "Dismissed"));

        _time.Advance(TimeSpan.FromDays(11));
        await ScanAsync();

        Book.Page(new FindingQuery()).Rows.ShouldHaveSingleItem().Id.ShouldBe(ids["vol-1"]);
    }

    [Theory]
    [InlineData("dismiss", null, null, "note")]
    [InlineData("snooze", null, "later", "until")]
    [InlineData("snooze", "2026-11-01", null, "until")]
    [InlineData("plan", "soon", null, "until")]
    [InlineData("burn", null, null, "action")]
    public async Task What_is_missing_from_a_decision_is_named_and_nothing_changes(
        string action,
        string? until,
        string? note,
        string field
    )
    {
        _cloud.Resources.Add(Loose("vol-1", 100));
        await ScanAsync();
        var id = Book.Page(new FindingQuery()).Rows.Single().Id;

        var said = await SayAsync(id, action, until, note);

        said.Problem.ShouldNotBeNull().Field.ShouldBe(field);
        Book.Find(id)!.State.ShouldBe(FindingState.Open);
        Book.Events(id).ShouldBeEmpty();
        (await SayAsync(id + 99, "plan", null, null)).Problem!.Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Fact]
    public async Task What_is_found_no_longer_is_gone_and_comes_back_as_the_same()
    {
        _cloud.Resources.Add(Loose("vol-1", 100));
        await ScanAsync();
        var id = Book.Page(new FindingQuery()).Rows.Single().Id;

        _cloud.Resources.Clear();
        _time.Advance(TimeSpan.FromHours(1));
        await ScanAsync();
        Book.Page(new FindingQuery { State = null }).Count.ShouldBe(0);
        Book.Totals().ShouldBeEmpty();

        _cloud.Resources.Add(Loose("vol-1", 100));
        _time.Advance(TimeSpan.FromHours(1));
        await ScanAsync();
        Book.Page(new FindingQuery()).Rows.Single().Id.ShouldBe(id);
    }

    [Fact]
    public async Task A_failed_scan_leaves_the_last_snapshot_and_is_told()
    {
        _cloud.Resources.Add(Loose("vol-1", 100));
        await ScanAsync();

        _cloud.Fails = new Problem(ProblemKind.Unavailable, "The cloud is away.", "Try later.");
        _time.Advance(TimeSpan.FromHours(1));
        var failed = await ScanAsync();
        await _world.Get<AlertRound>().RunAsync(Token);

        failed.State.ShouldBe(ScanState.Failed);
        Book.Page(new FindingQuery()).Count.ShouldBe(1);
        var alert = _world.Get<AlertBook>().Open().Single(a => a.Fact.Kind == "scan-failed");
        alert.Fact.Cause.ShouldContain("The cloud is away.");
    }

    [Fact]
    public async Task Gaps_make_a_scan_partial_and_the_rest_is_judged()
    {
        _cloud.Resources.Add(Loose("vol-1", 100));
        _cloud.Gaps.Add(
            new ScanGap(
                "111122223333",
                "us-east-1",
                "Functions",
                "lambda:ListFunctions",
                "denied",
                "Allow it."
            )
        );

        var scan = await ScanAsync();

        scan.State.ShouldBe(ScanState.Partial);
        Scans
            .Of(scan.SourceId, 1)[0]
            .Detail.Gaps.ShouldHaveSingleItem()
            .Operation.ShouldBe("lambda:ListFunctions");
        Book.Page(new FindingQuery()).Count.ShouldBe(1);
    }

    [Fact]
    public void Secrets_are_kept_encrypted_and_a_change_that_leaves_them_out_keeps_them()
    {
        var made = Scans.Create(Draft("very-secret")).Value;

        made.Settings.Values.Keys.ShouldBe(["place"]);
        Scans.SecretsOf(made).ShouldBe(["key"]);
        File.ReadAllBytes(_world.Data.StateFile).AsSpan().IndexOf("very-secret"u8).ShouldBe(-1);
        Scans.Change(made.Id, Draft(null) with { EveryHours = 6 }).Value.EveryHours.ShouldBe(6);
        Scans.SecretsOf(Scans.Find(made.Id)!).ShouldBe(["key"]);
        Scans.Create(Draft("x")).Problem!.Kind.ShouldBe(ProblemKind.Conflict);
        Scans.Create(Draft(null) with { Name = "Other" }).Problem!.Field.ShouldBe("key");
        Scans
            .Create(Draft("x") with { Name = "Other", WindowDays = 0 })
            .Problem!.Field.ShouldBe("window");
    }

    [Theory]
    [InlineData("0", SavingVerdict.Confirmed)]
    [InlineData("5", SavingVerdict.Partly)]
    [InlineData("10", SavingVerdict.Reverted)]
    public async Task What_is_done_is_measured_from_the_bill(string since, SavingVerdict expected)
    {
        await BillAsync(_ => "10", "2026-11", 19);
        _cloud.Resources.Add(Loose("vol-1", 3800));
        await ScanAsync();
        var found = Book.Page(new FindingQuery())
            .Rows.Single(f => f.Recommendation.Subject.Label == "vol-1");
        found.Recommendation.MonthlyCost.ShouldBe(10m * 730m / 24m, 0.01m);

        (await SayAsync(found.Id, "done", null, null)).IsOk.ShouldBeTrue();
        Book.SavingOf(found.Id)!.Verdict.ShouldBe(SavingVerdict.Waiting);
        _cloud.Resources.Clear();
        _time.SetUtcNow(new DateTimeOffset(2026, 12, 20, 9, 0, 0, TimeSpan.Zero));
        await BillAsync(d => d.Day <= 20 ? "10" : since, "2026-11", 30);
        await BillAsync(_ => since, "2026-12", 18);
        await ScanAsync();

        var saving = Book.SavingOf(found.Id).ShouldNotBeNull();
        saving.Verdict.ShouldBe(expected);
        saving.BeforeDay.ShouldBe(10m);
        saving.AfterDay.ShouldBe(decimal.Parse(since, CultureInfo.InvariantCulture));
        saving.Saved.ShouldBe((10m - saving.AfterDay!.Value) * saving.Days);
    }

    public void Dispose() => _world.Dispose();

    private static ScanSourceDraft Draft(string? key) =>
        new()
        {
            Name = "Cloud",
            Kind = "stand-in",
            Settings = new SettingValues(
                new Dictionary<string, string?>(StringComparer.Ordinal)
                {
                    ["key"] = key,
                    ["place"] = "here",
                }
                    .Where(v => v.Value is not null)
                    .ToDictionary(v => v.Key, v => v.Value!, StringComparer.Ordinal)
            ),
        };

    private Disk Loose(string id, double gib) =>
        new()
        {
            Provider = "AWS",
            AccountId = "111122223333",
            Region = "us-east-1",
            Id = id,
            Name = $"arn:aws:ec2:us-east-1:111122223333:volume/{id}",
            CreatedAt = _time.GetUtcNow().AddDays(-100),
            Type = "gp3",
            SizeGib = gib,
        };

    private async Task<Scan> ScanAsync()
    {
        var source = Scans.Find("Cloud") ?? Scans.Create(Draft("very-secret")).Value;
        var scan = await Scans.RunAsync(source.Id, null, Token);
        (await _world.Get<OptimizationAnalysis>().RunAsync(Token)).IsOk.ShouldBeTrue();
        return scan.Value;
    }

    private Task<Result<int>> SayAsync(long id, string action, string? until, string? note) =>
        Book.SayAsync([id], action, until, note, "tester", Token);

    // The disk by day, named as the inventory names it, beside a machine that tells how far the bill reaches.
    private async Task BillAsync(Func<DateOnly, string> cost, string month, int days)
    {
        const string Head =
            "BillingAccountId,BillingCurrency,BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ServiceName,ServiceCategory,ResourceId,SkuId,SkuPriceId,SubAccountId,RegionId,PricingCategory,PricingUnit,PricingQuantity,ListCost,ContractedCost,EffectiveCost,BilledCost,ProviderName\n";
        var first = DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var rows = Enumerable
            .Range(0, days)
            .Select(first.AddDays)
            .SelectMany(d =>
                new[] { ("vol-1", cost(d)), ("i-1", "1") }.Select(r =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"1,USD,{first:yyyy-MM-dd}T00:00:00Z,{first.AddMonths(1):yyyy-MM-dd}T00:00:00Z,{d:yyyy-MM-dd}T00:00:00Z,{d.AddDays(1):yyyy-MM-dd}T00:00:00Z,Usage,Amazon Elastic Block Store,Storage,{r.Item1},S,P,111122223333,us-east-1,Standard,GB-Months,1,{r.Item2},{r.Item2},{r.Item2},{r.Item2},AWS"
                    )
                )
            );
        var path = _world.Files.File($"{month}.csv");
        await File.WriteAllTextAsync(path, Head + string.Join('\n', rows) + "\n", Token);
        var run = await _world.ImportAsync(path);
        run.State.ShouldBe(ImportState.Succeeded, run.Message);
    }
}
