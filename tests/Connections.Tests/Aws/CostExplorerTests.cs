using System.Text.Json;
using Outlay.Connections.Sources;
using Outlay.Connections.Tests.Lines;
using Outlay.Ingest;
using Outlay.Kernel;

namespace Outlay.Connections.Tests.Aws;

/// <summary>A connection to Cost Explorer, against a server of AWS's protocol that answers what a test has queued.</summary>
public sealed class CostExplorerTests(MotoFixture aws)
{
    [Fact]
    public async Task Brings_days_by_service_and_account_and_counts_what_AWS_charges()
    {
        await using var line = await FaultyLine.ToAsync(aws.Address);
        await QueueAsync(Months(("2026-10-01", "12.5")), Days("2026-10-01", "10.25", "2.25"));
        using var outlay = SyncWorld.Of(Draft(line.Address));

        var sync = await outlay.SyncAsync();

        sync.State.ShouldBe(ImportState.Succeeded, sync.Message);
        outlay.Billed("2026-10").ShouldBe(12.5m);
        sync.PaidCalls.ShouldBe(2);
        sync.PriceUsd.ShouldBe(0.02m);
        outlay.World.Catalog.Current().Loads[0].Rows.ShouldBe(2);
    }

    [Fact]
    public async Task Being_denied_names_the_permission()
    {
        await using var line = await FaultyLine.ToAsync(aws.Address);
        using var outlay = SyncWorld.Of(Draft(line.Address));
        line.Fail(
            "/",
            FaultyLine.Answer(
                System.Net.HttpStatusCode.BadRequest,
                """{"__type":"AccessDeniedException","Message":"no"}"""
            )
        );

        var sync = await outlay.SyncAsync();

        sync.State.ShouldBe(ImportState.Failed);
        sync.Message.ShouldNotBeNull().ShouldContain("may not ask Cost Explorer");
    }

    private static ConnectionDraft Draft(string endpoint) =>
        new()
        {
            Name = "AWS",
            Kind = "aws-cost-explorer",
            Schedule = "manual",
            Settings = new SettingValues(
                new Dictionary<string, string>
                {
                    ["access"] = "key",
                    ["access-key"] = "AKIATEST",
                    ["secret-key"] = "very-secret",
                    ["endpoint"] = endpoint,
                }
            ),
        };

    private async Task QueueAsync(params object[] results)
    {
        using var client = new HttpClient();
        // The server reads no body without a length.
        using var body = new StringContent(JsonSerializer.Serialize(new { results }));
        var answer = await client.PostAsync(
            new Uri($"{aws.Address}/moto-api/static/ce/cost-and-usage-results"),
            body,
            TestContext.Current.CancellationToken
        );
        answer.EnsureSuccessStatusCode();
    }

    private static object Months(params (string Start, string Amount)[] months) =>
        new
        {
            ResultsByTime = months.Select(m => new
            {
                TimePeriod = new { m.Start, End = "2026-11-01" },
                Total = Costs(m.Amount),
                Groups = Array.Empty<object>(),
            }),
        };

    private static object Days(string day, params string[] amounts) =>
        new
        {
            ResultsByTime = new[]
            {
                new
                {
                    TimePeriod = new { Start = day, End = "2026-10-02" },
                    Groups = amounts.Select(
                        (a, i) =>
                            new
                            {
                                Keys = new[] { "222222222222", $"Service {i}, of many" },
                                Metrics = Costs(a),
                            }
                    ),
                },
            },
            DimensionValueAttributes = new[]
            {
                new { Value = "222222222222", Attributes = new { description = "Production" } },
            },
        };

    private static object Costs(string amount) =>
        new
        {
            UnblendedCost = new { Amount = amount, Unit = "USD" },
            AmortizedCost = new { Amount = amount, Unit = "USD" },
        };
}
