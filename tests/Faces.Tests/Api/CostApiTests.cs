using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using DuckDB.NET.Data;

namespace Outlay.Faces.Tests.Api;

[Collection(CompanyTests.Name)]
public sealed class CostApiTests(CompanyFixture company)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("billed", "BilledCost")]
    [InlineData("effective", "EffectiveCost")]
    [InlineData("contracted", "ContractedCost")]
    [InlineData("list", "ListCost")]
    public async Task Totals_equal_the_sum_of_the_source_files(string metric, string column)
    {
        var answer = await JsonAsync(
            $"api/v1/costs?from=2020-01-01&to=2099-12-31&grain=none&metric={metric}"
        );

        var totals = answer["totals"]!
            .AsArray()
            .ToDictionary(t => (string)t!["currency"]!, t => (decimal)t!["cost"]!);
        foreach (var (currency, sum) in SourceSums(column))
        {
            totals[currency].ShouldBe(sum, 0.0000001m);
        }
    }

    [Fact]
    public async Task Amounts_are_numbers_with_their_digits()
    {
        var json = await company.Client.GetStringAsync("api/v1/costs?period=3m&grain=none", Token);

        json.ShouldMatch("\"cost\":-?[0-9]+\\.[0-9]{4,}");
    }

    [Fact]
    public async Task The_charges_behind_a_number_sum_to_it()
    {
        const string Query = "period=3m&currency=EUR&metric=billed&grain=none";

        var costs = await JsonAsync($"api/v1/costs?{Query}");
        var charges = await JsonAsync($"api/v1/costs/charges?{Query}&limit=5");

        charges["rows"]!.AsArray().Count.ShouldBe(5);
        var sum = charges["sums"]!.AsArray().Single(s => (string)s!["currency"]! == "EUR")!;
        ((decimal)sum["cost"]!).ShouldBe((decimal)costs["totals"]![0]!["cost"]!);
    }

    [Theory]
    [InlineData("costs?metric=blended", "metric", "effective")]
    [InlineData("costs?groupBy=Servicename2", "groupBy", "ServiceName")]
    [InlineData("costs?from=2026-13-01&to=2026-12-31", "from", "2026-11-22")]
    [InlineData("costs?granularity=day", "granularity", "grain")]
    [InlineData("costs?filter=ServiceName", "filter", "NAME=VALUE")]
    [InlineData("costs?top=0", "top", "1 to")]
    [InlineData("costs/charges?limit=5000", "limit", "1 to 1000")]
    public async Task A_wrong_parameter_is_named_and_mended(
        string address,
        string field,
        string fix
    )
    {
        using var answer = await company.Client.GetAsync($"api/v1/{address}", Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Token))!;
        ((string)problem["field"]!).ShouldBe(field);
        $"{problem["detail"]} {problem["fix"]}".ShouldContain(fix);
        ((string)problem["type"]!).ShouldBe("urn:outlay:problem:invalid");
    }

    [Theory]
    [InlineData("api/v1/nothing")]
    [InlineData("api/v2/costs")]
    [InlineData("api/v1/dimensions/Nonsense/values")]
    public async Task What_is_not_there_is_not_found(string address)
    {
        using var answer = await company.Client.GetAsync(address, Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData("{\"metric\":1}", "application/json", null, HttpStatusCode.BadRequest)]
    [InlineData("not json", "application/json", null, HttpStatusCode.BadRequest)]
    [InlineData("{}", "text/plain", null, HttpStatusCode.UnsupportedMediaType)]
    [InlineData("{}", "application/json", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("{}", "application/json", "null", HttpStatusCode.Forbidden)]
    [InlineData("{}", "application/json", null, HttpStatusCode.OK)]
    public async Task A_posted_query_must_be_our_own_and_JSON(
        string body,
        string type,
        string? origin,
        HttpStatusCode expected
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/costs");
        request.Content = new StringContent(body, Encoding.UTF8, type);
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        using var answer = await company.Client.SendAsync(request, Token);

        answer.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task A_post_from_our_own_origin_passes()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/costs");
        request.Content = new StringContent("{}", Encoding.UTF8, "application/json");
        request.Headers.Add(
            "Origin",
            company.Client.BaseAddress!.GetLeftPart(UriPartial.Authority)
        );

        using var answer = await company.Client.SendAsync(request, Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        using var body = new StringContent(
            new string(' ', 70_000),
            Encoding.UTF8,
            "application/json"
        );

        using var answer = await company.Client.PostAsync("api/v1/costs", body, Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Another_host_name_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/v1/dimensions");
        request.Headers.Host = "attacker.example";

        using var answer = await company.Client.SendAsync(request, Token);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task No_other_site_may_read_answers()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/v1/dimensions");
        request.Headers.Add("Origin", "https://other.example");

        using var answer = await company.Client.SendAsync(request, Token);

        answer.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Fact]
    public async Task Dimensions_hold_columns_and_tag_keys()
    {
        var keys = (await JsonAsync("api/v1/dimensions"))["dimensions"]!
            .AsArray()
            .Select(d => (string)d!["key"]!)
            .ToList();

        keys.ShouldContain("ServiceName");
        keys.ShouldContain("tag:team");
        keys.ShouldContain("x_ServiceCode");
    }

    [Fact]
    public async Task Values_of_a_dimension_are_found_by_text()
    {
        var answer = await JsonAsync(
            "api/v1/dimensions/ServiceName/values?period=3m&search=lambda&limit=5"
        );

        answer["values"]!.AsArray().Select(v => (string)v!["value"]!).ShouldBe(["AWS Lambda"]);
    }

    [Fact]
    public async Task The_OpenAPI_document_describes_every_operation()
    {
        var paths = (await JsonAsync("api/v1/openapi.json"))["paths"]!.AsObject();

        paths
            .Select(p => p.Key)
            .Order()
            .ShouldBe([
                "/api/v1/alerts",
                "/api/v1/anomalies",
                "/api/v1/anomalies/{id}",
                "/api/v1/budgets",
                "/api/v1/changes",
                "/api/v1/connections",
                "/api/v1/connections/{id}/syncs",
                "/api/v1/costs",
                "/api/v1/costs/charges",
                "/api/v1/dimensions",
                "/api/v1/dimensions/{key}/values",
                "/api/v1/forecast",
                "/api/v1/price-lists",
                "/api/v1/price-lists/{name}",
                "/api/v1/recommendations",
                "/api/v1/recommendations/decisions",
                "/api/v1/scans",
                "/api/v1/scans/{id}",
            ]);
        Parameters(paths, "/api/v1/forecast")
            .ShouldBe(["metric", "currency", "convert", "exclude", "filter"], ignoreOrder: true);
        Parameters(paths, "/api/v1/changes").ShouldContain("compare");
        Parameters(paths, "/api/v1/budgets").ShouldBeEmpty();
        paths["/api/v1/costs"]!["get"]!["parameters"]!
            .AsArray()
            .Select(p => (string)p!["name"]!)
            .ShouldContain("groupBy");
        paths["/api/v1/costs"]!["post"]!["requestBody"]!.ToJsonString().ShouldContain("\"metric\"");
    }

    private static IEnumerable<string> Parameters(JsonObject paths, string path) =>
        (paths[path]!["get"]!["parameters"]?.AsArray() ?? []).Select(p => (string)p!["name"]!);

    private async Task<JsonNode> JsonAsync(string address) =>
        JsonNode.Parse(await company.Client.GetStringAsync(address, Token))!;

    private Dictionary<string, decimal> SourceSums(string column)
    {
        using var database = new DuckDBConnection("DataSource=:memory:");
        database.Open();
        using var command = database.CreateCommand();
        command.CommandText = $"""
            SELECT BillingCurrency, sum({column}::DECIMAL(38,18))::DECIMAL(38,10)::VARCHAR
            FROM read_csv('{company.Exports}/*/focus-*.csv*', all_varchar = true, union_by_name = true)
            GROUP BY 1
            """;
        using var reader = command.ExecuteReader();
        var sums = new Dictionary<string, decimal>();
        while (reader.Read())
        {
            sums[reader.GetString(0)] = decimal.Parse(
                reader.GetString(1),
                CultureInfo.InvariantCulture
            );
        }

        return sums;
    }
}
