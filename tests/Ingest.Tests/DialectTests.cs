using System.Text;
using DuckDB.NET.Data;
using Outlay.Lake;
using Outlay.Testing;

namespace Outlay.Ingest.Tests;

public sealed class DialectTests
{
    [Theory]
    [InlineData("2026-10-01T00:00:00Z")]
    [InlineData("2026-10-01 00:00:00")]
    [InlineData("2026-10-01T00:00Z")]
    [InlineData("2026-10-01T00:00:00+00:00")]
    [InlineData("2026-10-01T02:00:00+02:00")]
    [InlineData("2026-09-30T19:00:00-0500")]
    [InlineData("2026-10-01T00:00:00.000Z")]
    [InlineData("2026-10-01 00:00:00 UTC")]
    [InlineData("2026-10-01")]
    [InlineData("10/1/26")]
    [InlineData("10/01/2026")]
    [InlineData("10/1/2026 0:00")]
    [InlineData("10/01/2026 12:00:00 AM")]
    public async Task An_instant_is_read_however_it_is_written(string instant)
    {
        using var world = new OutlayWorld();
        await world.ImportAsync(
            world.Files.Write(
                "a.csv",
                $"BilledCost,BillingCurrency,ChargePeriodStart,ServiceName\n1,USD,{instant},S\n"
            )
        );

        var load = world.Catalog.Current().Loads.ShouldHaveSingleItem();
        Ask(load, "strftime(ChargePeriodStart, '%Y-%m-%dT%H:%M:%S')")
            .ShouldBe("2026-10-01T00:00:00");
        Ask(load, "strftime(BillingPeriodEnd, '%Y-%m-%d')").ShouldBe("2026-11-01");
    }

    [Theory]
    [InlineData("5e-06", "0.000005000000000000")]
    [InlineData("1.5E+2", "150.000000000000000000")]
    [InlineData("-0.000000000000000001", "-0.000000000000000001")]
    [InlineData(
        "12345678901234567890.123456789012345678",
        "12345678901234567890.123456789012345678"
    )]
    [InlineData("1.00000000000000000000", "1.000000000000000000")]
    public async Task A_number_is_kept_to_its_last_digit(string written, string kept)
    {
        using var world = new OutlayWorld();
        await world.ImportAsync(
            world.Files.Write("a.csv", FocusLines.File(FocusLines.Line(written)))
        );

        world
            .Catalog.Current()
            .Loads.ShouldHaveSingleItem()
            .ControlTotals.Single()
            .LakeBilled.ShouldBe(kept);
    }

    [Theory]
    [InlineData(
        """{"team":"red","new":true,"n":1,"none":null}""",
        "{new=true, n=1, none=NULL, team=red}"
    )]
    [InlineData("\"team\":\"red\",\"env\":\"dev\"", "{env=dev, team=red}")]
    [InlineData("""[{"key":"team","value":"red"}]""", "{team=red}")]
    [InlineData("""{"team":"red","team":"blue"}""", "{team=blue}")]
    [InlineData("{}", "{}")]
    public async Task Tags_become_a_map(string json, string map)
    {
        using var world = new OutlayWorld();
        var quoted = $"\"{json.Replace("\"", "\"\"")}\"";
        var run = await world.ImportAsync(
            world.Files.Write("a.csv", FocusLines.File(FocusLines.Line("1", tags: quoted)))
        );

        run.State.ShouldBe(ImportState.Succeeded, run.Message);
        var load = world.Catalog.Current().Loads.ShouldHaveSingleItem();
        var entries = Ask(load, "CAST(Tags AS VARCHAR)")!
            .Trim('{', '}')
            .Split(", ")
            .Order(StringComparer.OrdinalIgnoreCase);
        ("{" + string.Join(", ", entries) + "}").ShouldBe(
            "{"
                + string.Join(
                    ", ",
                    map.Trim('{', '}').Split(", ").Order(StringComparer.OrdinalIgnoreCase)
                )
                + "}"
        );
    }

    [Fact]
    public async Task Headers_are_read_in_snake_case_with_stray_blanks_and_a_byte_order_mark()
    {
        using var world = new OutlayWorld();
        var path = world.Files.File("a.csv");
        await File.WriteAllTextAsync(
            path,
            "billed_cost,effective_cost ,billing_currency,charge_period_start,service_name,My Column\r\n1,2,USD,2026-10-05,S,kept\r\n",
            new UTF8Encoding(true),
            TestContext.Current.CancellationToken
        );

        var run = await world.ImportAsync(path);

        run.State.ShouldBe(ImportState.Succeeded, run.Message);
        var load = world.Catalog.Current().Loads.ShouldHaveSingleItem();
        load.ControlTotals.Single().LakeEffective.ShouldBe("2.000000000000000000");
        Ask(load, "\"x_My Column\"").ShouldBe("kept");
    }

    [Fact]
    public async Task A_file_of_version_0_5_gets_the_names_of_today()
    {
        using var world = new OutlayWorld();
        var run = await world.ImportAsync(
            world.Files.Write(
                "oci.csv",
                "BilledCost,AmortizedCost,BillingCurrency,ChargePeriodStart,ChargeType,Provider,Publisher,InvoiceIssuer,Region,UsageQuantity,ServiceName\n"
                    + "1,0.5,USD,2026-10-05T00:00Z,Usage,Oracle,Oracle,Oracle,us-sanjose-1,3,COMPUTE\n"
            )
        );

        run.State.ShouldBe(ImportState.Succeeded, run.Message);
        var load = world.Catalog.Current().Loads.ShouldHaveSingleItem();
        Ask(
                load,
                "concat_ws('|', ChargeCategory, HostProviderName, ServiceProviderName, InvoiceIssuerName, RegionId, RegionName, EffectiveCost, ConsumedQuantity)"
            )
            .ShouldBe(
                "Usage|Oracle|Oracle|Oracle|us-sanjose-1|us-sanjose-1|0.500000000000000000|3.000000000000000000"
            );
        Ask(load, "concat_ws('|', ListCost, x_ListCostEstimated)")
            .ShouldBe("0.500000000000000000|true");
    }

    [Theory]
    [InlineData("AWS", "Amazon Web Services, Inc.", "AWS|AWS")]
    [InlineData("AWS", "Datadog", "AWS|Datadog")]
    [InlineData("AWS", "Microsoft", "AWS|Microsoft")]
    [InlineData("Microsoft", "Microsoft Corporation", "Microsoft|Microsoft")]
    public async Task A_marketplace_seller_provides_the_service_and_the_cloud_hosts_it(
        string provider,
        string publisher,
        string expected
    )
    {
        using var world = new OutlayWorld();
        await world.ImportAsync(
            world.Files.Write(
                "a.csv",
                $"BilledCost,BillingCurrency,ChargePeriodStart,ProviderName,PublisherName\n1,USD,2026-10-05,{provider},\"{publisher}\"\n"
            )
        );

        var load = world.Catalog.Current().Loads.ShouldHaveSingleItem();
        Ask(load, "HostProviderName || '|' || ServiceProviderName").ShouldBe(expected);
        Ask(load, "x_PublisherName").ShouldBe(publisher);
    }

    [Fact]
    public async Task Parquet_types_become_those_of_the_lake()
    {
        using var world = new OutlayWorld();
        var path = world.Files.File("a.parquet");
        Execute(
            $$"""
            COPY (SELECT CAST(0.1 AS DOUBLE) AS BilledCost, CAST(0.25 AS DECIMAL(9, 2)) AS EffectiveCost, 'USD' AS BillingCurrency,
              TIMESTAMPTZ '2026-10-01 02:00:00+02' AS ChargePeriodStart, DATE '2026-10-01' AS BillingPeriodStart,
              [{'key': 'team', 'value': 'red'}] AS Tags, MAP {'CoreCount': 2} AS SkuPriceDetails, 42 AS SubAccountId, 'NULL' AS RegionId)
            TO '{{path}}' (FORMAT parquet)
            """
        );

        var run = await world.ImportAsync(path);

        run.State.ShouldBe(ImportState.Succeeded, run.Message);
        var load = world.Catalog.Current().Loads.ShouldHaveSingleItem();
        Ask(
                load,
                "concat_ws('|', BilledCost, EffectiveCost, ChargePeriodStart, BillingPeriodStart, Tags, SkuPriceDetails, SubAccountId, coalesce(RegionId, 'none'))"
            )
            .ShouldBe(
                "0.100000000000000000|0.250000000000000000|2026-10-01 00:00:00|2026-10-01 00:00:00|{team=red}|{CoreCount=2}|42|none"
            );
    }

    private static string? Ask(Load load, string expression) =>
        Execute($"SELECT CAST({expression} AS VARCHAR) FROM read_parquet('{load.ChargeFiles[0]}')");

    private static string? Execute(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SET TimeZone = 'UTC'";
        command.ExecuteNonQuery();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }
}
