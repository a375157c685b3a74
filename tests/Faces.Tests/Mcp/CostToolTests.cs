using System.Net;
using System.Text;
using ModelContextProtocol.Protocol;

namespace Outlay.Faces.Tests.Mcp;

[Collection(CompanyTests.Name)]
public sealed class CostToolTests(CompanyFixture company)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_tool_describes_its_input_and_output()
    {
        await using var mcp = await McpConnection.OpenAsync(company.Client);

        var tools = await mcp.ListToolsAsync(cancellationToken: Token);

        tools
            .Select(t => t.Name)
            .ShouldBe([
                "query_costs",
                "explain_change",
                "forecast_costs",
                "list_anomalies",
                "list_recommendations",
            ]);
        var fields = tools[0].JsonSchema.GetProperty("properties");
        fields.GetProperty("metric").GetProperty("enum").GetArrayLength().ShouldBe(4);
        fields
            .EnumerateObject()
            .ShouldAllBe(f => f.Value.GetProperty("description").GetString() != "");
        tools.ShouldAllBe(t => t.ProtocolTool.OutputSchema != null);
        tools.ShouldAllBe(t => t.ProtocolTool.Annotations!.ReadOnlyHint == true);
    }

    [Fact]
    public async Task The_answer_has_text_beside_the_table()
    {
        var result = await CallAsync(new() { ["period"] = "3m", ["grain"] = "none" });

        result.IsError.ShouldNotBe(true);
        Text(result).ShouldContain("Total");
        Text(result).ShouldContain("USD");
    }

    [Fact]
    public async Task A_wrong_field_is_an_error_of_the_tool_that_names_it()
    {
        var result = await CallAsync(new() { ["metric"] = "blended" });

        result.IsError.ShouldBe(true);
        Text(result).ShouldContain("blended");
        Text(result).ShouldContain("effective");
    }

    [Fact]
    public async Task A_field_that_does_not_exist_is_refused() =>
        Text(await CallAsync(new() { ["group_by"] = "ServiceName" })).ShouldContain("group_by");

    [Fact]
    public async Task An_unknown_tool_is_an_error()
    {
        await using var mcp = await McpConnection.OpenAsync(company.Client);

        var result = await mcp.CallToolAsync("drop_table", cancellationToken: Token);

        result.IsError.ShouldBe(true);
        Text(result).ShouldContain("query_costs");
    }

    [Fact]
    public async Task A_page_of_another_site_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "mcp");
        request.Headers.Add("Origin", "https://evil.example");
        request.Headers.Add("Accept", "application/json, text/event-stream");
        request.Content = new StringContent(
            """{"jsonrpc":"2.0","id":1,"method":"tools/list"}""",
            Encoding.UTF8,
            "application/json"
        );

        using var answer = await company.Client.SendAsync(request, Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<CallToolResult> CallAsync(Dictionary<string, object?> arguments)
    {
        await using var mcp = await McpConnection.OpenAsync(company.Client);
        return await mcp.CallToolAsync("query_costs", arguments, cancellationToken: Token);
    }

    private static string Text(CallToolResult result) =>
        string.Join('\n', result.Content.OfType<TextContentBlock>().Select(t => t.Text));
}
