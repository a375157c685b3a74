using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace Outlay.Faces.Tests;

/// <summary>What changed, what will be and what is unusual: the same from the API, the command line and MCP.</summary>
[Collection(CompanyTests.Name)]
public sealed class SameForesightTests(CompanyFixture company)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("period=last-month&groupBy=ServiceName&size=1000")]
    [InlineData("period=3m&groupBy=tag:team&groupBy=HostProviderName&exclude=tax&metric=billed")]
    [InlineData("period=last-month&filter=HostProviderName=AWS&currency=USD&metric=list&size=1000")]
    public async Task Every_face_explains_a_change_alike_and_its_parts_add_up(string url)
    {
        var query = Query.CostQueryUrl.Parse(url).Value;
        var api = await JsonAsync($"api/v1/changes?{url}");
        var tool = await CallAsync("explain_change", Query.CostQueryJson.Format(query));
        var cli = await CommandLine.RunAsync([
            "changes",
            "--json",
            "--data",
            company.Data,
            .. Query
                .CostQueryUrl.Parameters(query)
                .SelectMany(p =>
                    new[] { p.Key == "groupBy" ? "--group-by" : "--" + p.Key, p.Value }
                ),
        ]);

        Numbers(tool.StructuredContent!.Value.GetRawText()).ShouldBe(Numbers(api));
        cli.ExitCode.ShouldBe(0, cli.Error);
        Numbers(cli.Output).ShouldBe(Numbers(api));
        var changes = JsonNode.Parse(api)!["currencies"]!.AsArray();
        changes.Count.ShouldBeGreaterThan(0);
        foreach (var change in changes)
        {
            Parts(change!).ShouldBe(Amount(change!, "change"));
            foreach (var group in change!["groups"]!.AsArray())
            {
                Parts(group!).ShouldBe(Amount(group!, "change"));
            }
        }
    }

    [Fact]
    public async Task The_change_is_that_of_the_costs()
    {
        var costs = JsonNode.Parse(
            await JsonAsync("api/v1/costs?period=last-month&grain=none&compare=prior")
        )!["totals"]!.AsArray();
        var changes = JsonNode.Parse(await JsonAsync("api/v1/changes?period=last-month"))![
            "currencies"
        ]!.AsArray();

        foreach (var cost in costs)
        {
            var change = changes.Single(c =>
                (string)c!["currency"]! == (string)cost!["currency"]!
            )!;
            Amount(change, "after").ShouldBe(Amount(cost!, "cost"));
            Amount(change, "before").ShouldBe(Amount(cost!, "prior"));
        }
    }

    [Fact]
    public async Task Every_face_forecasts_alike()
    {
        var api = await JsonAsync("api/v1/forecast?currency=USD&filter=HostProviderName%3DAWS");
        var tool = await CallAsync(
            "forecast_costs",
            """{"currency":"USD","filter":{"sets":[[{"dimension":"HostProviderName","operator":"is","values":["AWS"]}]]}}"""
        );
        var cli = await CommandLine.RunAsync(
            "forecast",
            "--json",
            "--currency",
            "USD",
            "--filter",
            "HostProviderName=AWS",
            "--data",
            company.Data
        );

        // Which method did best is found out in the background, so a forecast may come before or after it.
        var periods = JsonNode.Parse(api)!["periods"]!.AsArray();
        periods.Count.ShouldBe(4);
        cli.ExitCode.ShouldBe(0, cli.Error);
        foreach (var other in new[] { tool.StructuredContent!.Value.GetRawText(), cli.Output })
        {
            var same = JsonNode.Parse(other)!["periods"]!.AsArray();
            same.Select(p => Amount(p!, "actual"))
                .ShouldBe(periods.Select(p => Amount(p!, "actual")));
            same.Select(p => (string)p!["to"]!).ShouldBe(periods.Select(p => (string)p!["to"]!));
        }

        Text(tool).ShouldContain("80 % between");
    }

    [Fact]
    public async Task Every_face_lists_the_anomalies_that_a_scan_kept()
    {
        var scanned = await CommandLine.RunAsync(
            "anomalies",
            "--scan",
            "--json",
            "--data",
            company.Data
        );
        var api = JsonNode.Parse(await JsonAsync("api/v1/anomalies"))!.AsArray();
        var tool = await CallAsync("list_anomalies", "{}");

        scanned.ExitCode.ShouldBe(0, scanned.Error);
        var expected = Ids(JsonNode.Parse(scanned.Output)!.AsArray());
        expected.ShouldNotBeEmpty();
        Ids(api).ShouldBe(expected);
        Ids(JsonNode.Parse(tool.StructuredContent!.Value.GetRawText())!["anomalies"]!.AsArray())
            .ShouldBe(expected);
        var one = JsonNode.Parse(await JsonAsync($"api/v1/anomalies/{expected[0]}"))!;
        ((string)one["anomaly"]!["id"]!).ShouldBe(expected[0]);
        one["days"]!.AsArray().Count(d => (bool)d!["isFlagged"]!).ShouldBeGreaterThan(0);
        (
            await company.Client.GetAsync(new Uri("api/v1/anomalies/none", UriKind.Relative), Token)
        ).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task What_is_wrong_is_named_on_every_face()
    {
        var api = await company.Client.GetAsync(
            new Uri("api/v1/forecast?period=mtd", UriKind.Relative),
            Token
        );
        var cli = await CommandLine.RunAsync(
            "changes",
            "--compare",
            "before",
            "--data",
            company.Data
        );
        var tool = await CallAsync("forecast_costs", """{"groupBy":["ServiceName"]}""");
        var none = await CallAsync("list_anomalies", """{"state":"open"}""");

        api.StatusCode.ShouldBe(System.Net.HttpStatusCode.BadRequest);
        (await api.Content.ReadAsStringAsync(Token)).ShouldContain("'period' is not a parameter.");
        cli.ExitCode.ShouldBe(2);
        cli.Error.ShouldContain("--compare");
        tool.IsError.ShouldBe(true);
        Text(tool).ShouldContain("groupBy");
        none.IsError.ShouldBe(true);
    }

    [Fact]
    public async Task The_table_for_people_names_causes_and_groups()
    {
        var run = await CommandLine.RunAsync(
            "changes",
            "--period",
            "last-month",
            "--currency",
            "USD",
            "--group-by",
            "ServiceName",
            "--size",
            "3",
            "--data",
            company.Data
        );

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldMatch(@"(?m)^Before +USD +[0-9,]+\.\d\d$");
        run.Output.ShouldMatch(@"(?m)^Usage +USD +[+-][0-9,]+\.\d\d$");
        run.Output.ShouldMatch(@"(?m)^Service +Currency +Before +Now +Change +Mostly$");
        run.Output.ShouldContain("--size shows more.");
    }

    [Fact]
    public async Task The_file_of_a_change_ends_with_its_total()
    {
        var lines = (
            await company.Client.GetStringAsync(
                "spend/changes.csv?period=last-month&currency=USD&groupBy=SubAccountName",
                Token
            )
        )
            .TrimEnd()
            .Split("\r\n");
        var change = JsonNode.Parse(
            await JsonAsync("api/v1/changes?period=last-month&currency=USD")
        )!["currencies"]![0]!;

        lines[0]
            .ShouldStartWith(
                "Account,Service,SKU,Meter,Account ID,Region ID,Pricing unit,Kind,Currency,"
            );
        lines[0]
            .ShouldEndWith(
                "Change,New,Gone,Usage,Mix,Public price,Negotiated discount,Commitments,Credits,Tax,One-off"
            );
        var total = lines[^1].Split(',');
        total[0].ShouldBe("Total");
        decimal.Parse(total[13], System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBe(Amount(change, "change"));
    }

    private static List<string> Ids(JsonArray anomalies) =>
        [.. anomalies.Select(a => (string)a!["id"]!)];

    // Amounts of one value may be written with more or fewer zeros.
    private static List<string> Numbers(string json)
    {
        var document = JsonNode.Parse(json)!;
        return
        [
            .. document["currencies"]!
                .AsArray()
                .SelectMany(c => c!["groups"]!.AsArray().Concat(c["skus"]!.AsArray()).Append(c))
                .Select(r =>
                    $"{Amount(r!, "before"):G29} {Amount(r!, "after"):G29} {Parts(r!):G29}"
                ),
        ];
    }

    private static decimal Amount(JsonNode node, string name) =>
        decimal.Parse(
            node[name]!.ToJsonString(),
            System.Globalization.NumberStyles.Float,
            System.Globalization.CultureInfo.InvariantCulture
        );

    private static decimal Parts(JsonNode node) =>
        node["parts"]!.AsObject().Sum(p => Amount(node["parts"]!, p.Key));

    private static string Text(CallToolResult result) =>
        string.Join('\n', result.Content.OfType<TextContentBlock>().Select(t => t.Text));

    private async Task<string> JsonAsync(string address) =>
        await company.Client.GetStringAsync(address, Token);

    private async Task<CallToolResult> CallAsync(string name, string json)
    {
        await using var mcp = await McpConnection.OpenAsync(company.Client);
        return await mcp.CallToolAsync(
            name,
            JsonNode.Parse(json)!.AsObject().ToDictionary(p => p.Key, p => (object?)p.Value),
            cancellationToken: Token
        );
    }
}
