using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace Outlay.Faces.Tests;

/// <summary>Recommendations: the same from the API, the command line, MCP and the file, and decided by any of them.</summary>
[Collection(CompanyTests.Name)]
public sealed class SameFindingsTests(CompanyFixture company)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_face_lists_them_alike_and_decisions_count_everywhere()
    {
        var cli = await CommandLine.RunAsync(
            "recommendations",
            "--json",
            "--top",
            "50",
            "--data",
            company.Data
        );
        cli.ExitCode.ShouldBe(0, cli.Error);
        var api = await company.Client.GetStringAsync("api/v1/recommendations?pageSize=50", Token);
        var tool = await CallAsync("{}");

        var ids = Ids(cli.Output);
        ids.Count.ShouldBeGreaterThan(3);
        Ids(api).ShouldBe(ids);
        Ids(tool.StructuredContent!.Value.GetRawText()).ShouldBe(ids);
        var csv = await company.Client.GetStringAsync("optimization/recommendations.csv", Token);
        csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries)
            .Length.ShouldBe((int)JsonNode.Parse(api)!["count"]! + 1);

        var wrong = await company.Client.PostAsJsonAsync(
            "api/v1/recommendations/decisions",
            new { ids = new[] { ids[0] }, action = "dismiss" },
            Token
        );
        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var said = await company.Client.PostAsJsonAsync(
            "api/v1/recommendations/decisions",
            new
            {
                ids = new[] { ids[0] },
                action = "dismiss",
                note = "not now",
            },
            Token
        );
        said.StatusCode.ShouldBe(HttpStatusCode.OK);
        Ids(await company.Client.GetStringAsync("api/v1/recommendations?pageSize=50", Token))
            .ShouldNotContain(ids[0]);

        var back = await CommandLine.RunAsync(
            "recommendations",
            "decide",
            ids[0].ToString(System.Globalization.CultureInfo.InvariantCulture),
            "--action",
            "open",
            "--data",
            company.Data
        );
        back.ExitCode.ShouldBe(0, back.Error);
        Ids(await company.Client.GetStringAsync("api/v1/recommendations?pageSize=50", Token))
            .ShouldBe(ids);
    }

    [Theory]
    [InlineData("api/v1/recommendations?category=nothing")]
    [InlineData("api/v1/recommendations?state=burnt")]
    public async Task What_is_unknown_is_named(string address)
    {
        var answer = await company.Client.GetAsync(address, Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Token)).ShouldContain("Choose one of");
    }

    [Fact]
    public async Task Scan_sources_are_made_listed_and_deleted_by_the_command_line_without_a_secret_on_it()
    {
        var plain = await Scan(
            "add",
            "Shop",
            "--kind",
            "aws",
            "--set",
            "access=key",
            "--set",
            "access-key=AKIATEST",
            "--set",
            "secret-key=very-secret"
        );
        plain.ExitCode.ShouldNotBe(0);
        plain.Error.ShouldContain("secret-key=@FILE");

        var made = await Scan("add", "Shop", "--kind", "aws", "--every", "0");
        made.ExitCode.ShouldBe(0, made.Error);
        (await Scan("list", "--json")).Output.ShouldContain("\"Shop\"");
        (await company.Client.GetStringAsync("api/v1/scans", Token)).ShouldContain("\"Shop\"");
        (await Scan("add", "Shop", "--kind", "aws")).ExitCode.ShouldNotBe(0);
        (await Scan("add", "Other", "--kind", "moon")).Error.ShouldContain("Choose one of: aws");
        (await Scan("remove", "Shop")).ExitCode.ShouldBe(0);
        (await Scan("remove", "Shop")).Error.ShouldContain("no scan source Shop");
    }

    private Task<CommandLine.Run> Scan(params string[] arguments) =>
        CommandLine.RunAsync(["scan", .. arguments, "--data", company.Data]);

    private static List<long> Ids(string json) =>
        [.. JsonNode.Parse(json)!["recommendations"]!.AsArray().Select(r => (long)r!["id"]!)];

    private async Task<CallToolResult> CallAsync(string arguments)
    {
        await using var mcp = await McpConnection.OpenAsync(company.Client);
        return await mcp.CallToolAsync(
            "list_recommendations",
            JsonNode.Parse(arguments)!.AsObject().ToDictionary(p => p.Key, p => (object?)p.Value),
            cancellationToken: Token
        );
    }
}
