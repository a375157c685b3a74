using System.Text.Json.Nodes;
using Outlay.Query;

namespace Outlay.Faces.Tests;

/// <summary>One operation, four faces: the same question gives the same answer, digit for digit.</summary>
[Collection(CompanyTests.Name)]
public sealed class SameNumbersTests(CompanyFixture company)
{
    public static TheoryData<string> Queries =>
        [
            "",
            "groupBy=ServiceName&top=5&compare=prior&grain=none",
            "period=3m&grain=month&metric=billed&groupBy=HostProviderName&currency=USD",
            "period=12m&grain=quarter&groupBy=tag:team&groupBy=SubAccountName&size=7&page=2&sort=name",
            "period=6m&grain=week&exclude=tax&exclude=credits&filter=HostProviderName=AWS&filter=or&filter=ServiceName^Azure",
            "period=last-month&grain=none&metric=list&groupBy=ResourceName&top=3&filter=ResourceName?",
        ];

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task Every_face_gives_the_same_table(string url)
    {
        var token = TestContext.Current.CancellationToken;
        var query = CostQueryUrl.Parse(url).Value;
        var json = CostQueryJson.Format(query);

        var get = await company.Client.GetStringAsync(
            $"api/v1/costs?{CostQueryUrl.Format(query)}",
            token
        );
        using var body = new StringContent(json, null, "application/json");
        using var post = await company.Client.PostAsync("api/v1/costs", body, token);
        var posted = await post.Content.ReadAsStringAsync(token);
        await using var mcp = await McpConnection.OpenAsync(company.Client);
        var tool = await mcp.CallToolAsync(
            "query_costs",
            JsonNode.Parse(json)!.AsObject().ToDictionary(p => p.Key, p => (object?)p.Value),
            cancellationToken: token
        );
        var cli = await CommandLine.RunAsync([
            "query",
            "--json",
            "--data",
            company.Data,
            .. CostQueryUrl
                .Parameters(query)
                .SelectMany(p =>
                    new[] { p.Key == "groupBy" ? "--group-by" : "--" + p.Key, p.Value }
                ),
        ]);

        var expected = Table(get);
        expected["totals"]!.AsArray().Count.ShouldBeGreaterThan(0);
        Table(posted).ToJsonString().ShouldBe(expected.ToJsonString());
        Table(tool.StructuredContent!.Value.GetRawText())
            .ToJsonString()
            .ShouldBe(expected.ToJsonString());
        cli.ExitCode.ShouldBe(0, cli.Error);
        Table(cli.Output).ToJsonString().ShouldBe(expected.ToJsonString());
    }

    private static JsonObject Table(string json)
    {
        var table = JsonNode.Parse(json)!.AsObject();
        table.ContainsKey("totals").ShouldBeTrue(json);
        table.Remove("elapsedMs");
        return table;
    }
}
