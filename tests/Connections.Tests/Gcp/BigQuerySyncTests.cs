using System.Net;
using Outlay.Connections.Sources;
using Outlay.Connections.Tests.Aws;
using Outlay.Ingest;
using Outlay.Kernel;

namespace Outlay.Connections.Tests.Gcp;

/// <summary>A connection to a billing export in BigQuery, against a stand-in of its API.</summary>
public sealed class BigQuerySyncTests
{
    [Fact]
    public async Task Every_invoice_month_comes_in_page_by_page_and_late_rows_bring_it_again()
    {
        await using var google = await GoogleStandIn.StartAsync();
        google.Months["202609"] = [Row("202609", "1.5"), Row("202609", "2"), Row("202609", "4")];
        google.Months["202610"] = [Row("202610", "8")];
        google.NotDoneYet = 2;
        using var outlay = SyncWorld.Of(Draft(google));

        var first = await outlay.SyncAsync();
        var second = await outlay.SyncAsync();
        google.Months["202609"].Add(Row("202609", "-1.25"));
        var third = await outlay.SyncAsync();

        first.State.ShouldBe(ImportState.Succeeded, first.Message);
        first.Periods.Select(p => p.Period.ToString()).ShouldBe(["2026-10", "2026-09"]);
        first.PaidCalls.ShouldBe(3);
        first.PriceUsd.ShouldBe(3 * 6.25m);
        second.State.ShouldBe(ImportState.Unchanged, second.Message);
        third.Periods.Select(p => p.Period.ToString()).ShouldBe(["2026-09"]);
        outlay.Billed("2026-09").ShouldBe(6.25m);
        outlay.Billed("2026-10").ShouldBe(8m);
    }

    [Fact]
    public async Task Rows_that_come_between_asking_and_reading_wait_for_the_next_sync()
    {
        await using var google = await GoogleStandIn.StartAsync();
        google.Months["202610"] = [Row("202610", "1"), Row("202610", "2")];
        google.AfterMonths = () => google.Months["202610"].Add(Row("202610", "4", exported: 5));
        using var outlay = SyncWorld.Of(Draft(google));

        var first = await outlay.SyncAsync();
        var billed = outlay.Billed("2026-10");
        var second = await outlay.SyncAsync();

        first.State.ShouldBe(ImportState.Succeeded, first.Message);
        billed.ShouldBe(3m);
        second.State.ShouldBe(ImportState.Succeeded, second.Message);
        outlay.Billed("2026-10").ShouldBe(7m);
    }

    [Fact]
    public async Task Rows_that_vanish_between_asking_and_reading_fail_the_month()
    {
        await using var google = await GoogleStandIn.StartAsync();
        google.Months["202610"] = [Row("202610", "1"), Row("202610", "2")];
        google.AfterMonths = () => google.Months["202610"].RemoveAt(0);
        using var outlay = SyncWorld.Of(Draft(google));

        var first = await outlay.SyncAsync();
        var second = await outlay.SyncAsync();

        first.State.ShouldBe(ImportState.Failed);
        first
            .Message.ShouldNotBeNull()
            .ShouldContain("had 2 rows when the table was asked and 1 when it was read");
        second.State.ShouldBe(ImportState.Succeeded, second.Message);
        outlay.Billed("2026-10").ShouldBe(2m);
    }

    [Fact]
    public async Task Of_a_table_with_partitions_only_the_days_of_the_month_are_read()
    {
        await using var google = await GoogleStandIn.StartAsync();
        google.IsPartitioned = true;
        google.Months["202610"] = [Row("202610", "1"), Row("202610", "2", exported: 20)];
        using var outlay = SyncWorld.Of(Draft(google));

        var sync = await outlay.SyncAsync();

        sync.State.ShouldBe(ImportState.Succeeded, sync.Message);
        outlay.Billed("2026-10").ShouldBe(3m);
        var read = google.Queries[^1];
        read["query"]!.GetValue<string>().ShouldContain("_PARTITIONTIME IS NULL");
        read["queryParameters"]!
            .AsArray()
            .Select(p => p!["parameterValue"]!["value"]!.GetValue<string>())
            .ShouldBe(["202610", "2026-10-20T00:00:00.000000Z", "2026-10-03", "2026-10-20"]);
    }

    [Fact]
    public async Task A_page_that_breaks_off_is_asked_for_again_and_not_the_query()
    {
        await using var google = await GoogleStandIn.StartAsync();
        google.Months["202610"] = [.. Enumerable.Range(1, 7).Select(i => Row("202610", $"{i}"))];
        google.BrokenPages.UnionWith(["2", "6"]);
        using var outlay = SyncWorld.Of(Draft(google));

        var sync = await outlay.SyncAsync();

        sync.State.ShouldBe(ImportState.Succeeded, sync.Message);
        google.BrokenPages.ShouldBeEmpty();
        outlay.Billed("2026-10").ShouldBe(28m);
        sync.PaidCalls.ShouldBe(2);
    }

    [Fact]
    public async Task A_query_whose_start_is_asked_for_twice_runs_once()
    {
        await using var google = await GoogleStandIn.StartAsync();
        google.Months["202610"] = [Row("202610", "8")];
        google.Failures.Enqueue(
            ("/queries", HttpStatusCode.TooManyRequests, "rateLimitExceeded", "slower")
        );
        google.BrokenPages.Add(GoogleStandIn.Start);
        using var outlay = SyncWorld.Of(Draft(google));

        var sync = await outlay.SyncAsync();

        sync.State.ShouldBe(ImportState.Succeeded, sync.Message);
        google.Queries.Count.ShouldBe(3);
        google
            .Queries.Select(q => q["requestId"]!.GetValue<string>())
            .Distinct(StringComparer.Ordinal)
            .Count()
            .ShouldBe(2);
    }

    [Fact]
    public async Task A_FOCUS_view_is_told_by_its_columns()
    {
        await using var google = await GoogleStandIn.StartAsync();
        google.Columns = ["BilledCost", "BillingPeriodStart"];
        google.Months["202610"] =
        [
            """{"BilledCost":"3.5","EffectiveCost":"3.5","ListCost":"4","BillingAccountId":"01-02","BillingCurrency":"USD","BillingPeriodStart":"2026-10-01T00:00:00Z","BillingPeriodEnd":"2026-11-01T00:00:00Z","ChargeCategory":"Usage","ChargePeriodStart":"2026-10-02T00:00:00Z","ChargePeriodEnd":"2026-10-02T01:00:00Z","ProviderName":"Google Cloud","ServiceName":"Compute Engine"}""",
        ];
        using var outlay = SyncWorld.Of(Draft(google));

        var sync = await outlay.SyncAsync();

        sync.State.ShouldBe(ImportState.Succeeded, sync.Message);
        outlay.Billed("2026-10").ShouldBe(3.5m);
    }

    [Fact]
    public async Task Hiccups_are_passed_over()
    {
        await using var google = await GoogleStandIn.StartAsync();
        google.Months["202610"] = [Row("202610", "8")];
        for (var i = 0; i < 4; i++)
        {
            google.Failures.Enqueue(
                ("/queries", HttpStatusCode.ServiceUnavailable, "backendError", "later")
            );
        }

        using var outlay = SyncWorld.Of(Draft(google));

        var sync = await outlay.SyncAsync();

        sync.State.ShouldBe(ImportState.Succeeded, sync.Message);
    }

    [Theory]
    [InlineData(
        "/token",
        400,
        "invalid_grant",
        "Invalid JWT Signature.",
        "Google does not accept the key: invalid_grant."
    )]
    [InlineData(
        "/token",
        400,
        "invalid_grant",
        "Invalid JWT: Token must be a short-lived token",
        "This machine's clock is wrong"
    )]
    [InlineData(
        "/tables/",
        403,
        "accessDenied",
        "Permission bigquery.tables.get denied",
        "may not do it: Permission bigquery.tables.get denied Give it roles/bigquery.dataViewer on the dataset."
    )]
    [InlineData(
        "/queries",
        403,
        "accessDenied",
        "User does not have bigquery.jobs.create permission",
        "Give it roles/bigquery.jobUser in the project that runs the queries."
    )]
    [InlineData(
        "/queries",
        403,
        "accessNotConfigured",
        "BigQuery API has not been used",
        "The API is not enabled in the project."
    )]
    [InlineData(
        "/queries",
        403,
        "SERVICE_DISABLED",
        "BigQuery API has not been used",
        "The API is not enabled in the project."
    )]
    [InlineData(
        "/queries",
        400,
        "bytesBilledLimitExceeded",
        "limit",
        "Raise the limit of bytes a query."
    )]
    [InlineData(
        "/queries",
        401,
        "authError",
        "expired",
        "Google does not accept the credentials any more."
    )]
    public async Task A_test_names_what_is_wrong_and_what_mends_it(
        string path,
        int status,
        string reason,
        string message,
        string said
    )
    {
        await using var google = await GoogleStandIn.StartAsync();
        google.Months["202610"] = [Row("202610", "8")];
        google.Failures.Enqueue((path, (HttpStatusCode)status, reason, message));

        (await FailureAsync(Draft(google))).ShouldContain(said);
    }

    [Fact]
    public async Task A_test_that_works_says_what_a_month_costs()
    {
        await using var google = await GoogleStandIn.StartAsync();
        google.Months["202610"] = [Row("202610", "8")];
        using var world = new Testing.OutlayWorld();
        var steps = new List<TestStep>();
        await foreach (
            var step in world
                .Get<ConnectionBook>()
                .TestAsync(Draft(google), null, TestContext.Current.CancellationToken)
        )
        {
            steps.Add(step);
        }

        steps.ShouldAllBe(s => s.Problem == null);
        steps[^1].Found.ShouldBe("1200.0 MB, about $0.0068 a month that changed");
    }

    [Fact]
    public async Task Settings_that_cannot_be_are_told_before_any_call()
    {
        await using var google = await GoogleStandIn.StartAsync();
        (await FailureAsync(Draft(google, ("table", "x` UNION")))).ShouldContain(
            "Table: 'x` UNION'"
        );
        (await FailureAsync(Draft(google, ("key", "{}")))).ShouldContain(
            "no key of a service account"
        );
        (await FailureAsync(Draft(google, ("key", "not json")))).ShouldContain("It is no JSON");
        (await FailureAsync(Draft(google, ("endpoint", "http://example.com")))).ShouldContain(
            "Write it with https://"
        );
        (await FailureAsync(Draft(google, ("max-gb", "99999999999999")))).ShouldContain(
            "from 1 to 1000000"
        );
        (
            await FailureAsync(
                Draft(
                    google,
                    (
                        "key",
                        google
                            .Key()
                            .Replace(
                                "http://127.0.0.1",
                                "http://example.com",
                                StringComparison.Ordinal
                            )
                    )
                )
            )
        ).ShouldContain("Its token_uri is no https address");
        (await FailureAsync(Draft(google, ("table", "missing")))).ShouldContain(
            "Not found: Table missing"
        );
        (await FailureAsync(Draft(google))).ShouldContain("has no rows of the months asked for");
    }

    internal static string Row(string month, string cost, int exported = 3) =>
        $$"""{"billing_account_id":"0123-4567","service":{"id":"6F81","description":"Compute Engine"},"sku":{"id":"D973","description":"Core"},"usage_start_time":"{{month[..4]}}-{{month[4..]}}-02T00:00:00Z","usage_end_time":"{{month[..4]}}-{{month[4..]}}-02T01:00:00Z","project":{"id":"acme","name":"Acme"},"labels":[],"system_labels":[],"location":{"region":"europe-west3"},"export_time":"{{month[..4]}}-{{month[4..]}}-{{exported:00}}T00:00:00.000000Z","cost":{{cost}},"currency":"USD","currency_conversion_rate":1,"usage":{"amount":3600,"unit":"seconds","amount_in_pricing_units":1,"pricing_unit":"hour"},"credits":[],"invoice":{"month":"{{month}}"},"cost_type":"regular"}""";

    private static ConnectionDraft Draft(
        GoogleStandIn google,
        params (string Name, string Value)[] other
    )
    {
        var settings = new Dictionary<string, string>
        {
            ["project"] = "acme-finops",
            ["dataset"] = "acme-billing.export",
            ["table"] = "gcp_billing_export_v1_012345",
            ["access"] = "key",
            ["key"] = google.Key(),
            ["endpoint"] = google.Address,
        };
        foreach (var (name, value) in other)
        {
            settings[name] = value;
        }

        return new()
        {
            Name = "Google",
            Kind = "gcp-bigquery",
            Schedule = "manual",
            Months = 36,
            Settings = new SettingValues(settings),
        };
    }

    private static async Task<string> FailureAsync(ConnectionDraft draft)
    {
        using var world = new Testing.OutlayWorld();
        await foreach (
            var step in world
                .Get<ConnectionBook>()
                .TestAsync(draft, null, TestContext.Current.CancellationToken)
        )
        {
            if (step.Problem is { } problem)
            {
                problem.ToString().ShouldNotContain("PRIVATE KEY");
                return problem.ToString();
            }
        }

        return "";
    }
}
