using Outlay.Kernel;
using Outlay.Testing;
using static Outlay.Testing.LakeBuilder;

namespace Outlay.Query.Tests.Engine;

public sealed class ChargesBehindNumbers : IDisposable
{
    private readonly LakeBuilder _lake = new();
    private readonly TestEngine _engine;
    private readonly string _folder = Directory.CreateTempSubdirectory("outlay-export-").FullName;

    public ChargesBehindNumbers() => _engine = new TestEngine(_lake);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _engine.Dispose();
        _lake.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Charges_come_largest_first_with_exact_values_and_the_clicked_sum()
    {
        _lake.Publish(
            "aws",
            "2026-11",
            [
                Charge(
                    "2026-11-01 07:00",
                    "-3.000000000000000001",
                    ("x_Note", "a"),
                    ("tag:team", "b\"c")
                ),
                Charge("2026-11-02", "2", ("ServiceName", "Storage"), ("ListUnitPrice", "1.50")),
            ]
        );
        _lake.Publish("gcp", "2026-11", [Charge("2026-11-03", "1", ("x_Other", "o"))]);

        var page = (
            await _engine.Engine.ChargesAsync(new ChargesQuery(new CostQuery()), Token)
        ).Value;

        page.Total.ShouldBe(3);
        page.Sums.ShouldHaveSingleItem().Cost.ShouldBe(-0.000000000000000001m);
        Column(page, "EffectiveCost").ShouldBe(["-3.000000000000000001", "2", "1"]);
        Column(page, "ChargePeriodStart")[0].ShouldBe("2026-11-01T07:00:00Z");
        Column(page, "Tags").ShouldBe(["{\"team\":\"b\\\"c\"}", null, null]);
        Column(page, "ListUnitPrice").ShouldBe([null, "1.5", null]);
        Column(page, "x_Note").ShouldBe(["a", null, null]);
        Column(page, "x_Other").ShouldBe([null, null, "o"]);
        page.Columns.ShouldNotContain("RegionId");
    }

    [Fact]
    public async Task One_load_can_be_looked_at_even_after_it_was_superseded()
    {
        var old = _lake.Publish("aws", "2026-11", [Charge("2026-11-01", "1")]);
        _lake.Publish("aws", "2026-11", [Charge("2026-11-01", "2")]);

        var page = await _engine.Engine.ChargesAsync(new(new CostQuery(), LoadId: old.Id), Token);
        var none = await _engine.Engine.ChargesAsync(new(new CostQuery(), LoadId: 99), Token);

        Column(page.Value, "EffectiveCost").ShouldBe(["1"]);
        none.Problem?.Kind.ShouldBe(ProblemKind.NotFound);
    }

    [Fact]
    public async Task An_export_as_csv_disarms_formulas_and_leaves_numbers_alone()
    {
        _lake.Publish(
            "aws",
            "2026-11",
            [
                Charge(
                    "2026-11-01",
                    "-1.5",
                    ("ChargeDescription", "=cmd|' /C calc'!A0"),
                    ("x_Note", "@x"),
                    ("tag:team", "=1")
                ),
                Charge("2026-11-02", "2", ("ChargeDescription", "plain"), ("x_Note", "-")),
                Charge("2026-10-31", "4"),
            ]
        );
        var path = Path.Combine(_folder, "it's.csv");

        var rows = await _engine.Engine.ExportAsync(new CostQuery(), ChargeFormat.Csv, path, Token);

        rows.Value.ShouldBe(2);
        var text = await File.ReadAllTextAsync(path, Token);
        text.ShouldContain("'=cmd|' /C calc'!A0");
        text.ShouldContain(",'@x");
        text.ShouldContain(",'-");
        text.ShouldContain(",-1.5");
        text.ShouldContain("2026-11-01T00:00:00Z");
        text.ShouldContain("\"{\"\"team\"\":\"\"=1\"\"}\"");
        text.Split('\n')[0].ShouldEndWith(",Tags,x_Note");
    }

    [Fact]
    public async Task An_export_as_parquet_can_be_summed_and_nothing_is_overwritten()
    {
        _lake.Publish("aws", "2026-11", [Charge("2026-11-01", "1"), Charge("2026-11-02", "2")]);
        var path = Path.Combine(_folder, "charges.parquet");

        var rows = await _engine.Engine.ExportAsync(
            new CostQuery(),
            ChargeFormat.Parquet,
            path,
            Token
        );
        var again = await _engine.Engine.ExportAsync(
            new CostQuery(),
            ChargeFormat.Parquet,
            path,
            Token
        );
        var empty = await _engine.Engine.ExportAsync(
            new CostQuery { Period = Period.Of(PeriodPreset.LastMonth) },
            ChargeFormat.Csv,
            Path.Combine(_folder, "none.csv"),
            Token
        );

        rows.Value.ShouldBe(2);
        again.Problem?.Kind.ShouldBe(ProblemKind.Conflict);
        empty.Value.ShouldBe(0);
        (await File.ReadAllLinesAsync(Path.Combine(_folder, "none.csv"), Token)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Values_come_heaviest_first_and_can_be_searched()
    {
        _lake.Publish(
            "aws",
            "2026-11",
            [
                Charge("2026-11-01", "1", ("RegionId", "eu-west-1")),
                Charge("2026-11-01", "-9", ("RegionId", "us-east-1")),
                Charge("2026-11-01", "5"),
            ]
        );

        var all = await _engine.Engine.ValuesAsync(new(new("RegionId"), new CostQuery()), Token);
        var some = await _engine.Engine.ValuesAsync(
            new(new("RegionId"), new CostQuery(), "EU-"),
            Token
        );
        var months = await _engine.Engine.ValuesAsync(
            new(new("BillingPeriodStart"), new CostQuery()),
            Token
        );

        all.Value.ShouldBe([new("us-east-1", -9, 1), new(null, 5, 1), new("eu-west-1", 1, 1)]);
        some.Value.ShouldHaveSingleItem().Value.ShouldBe("eu-west-1");
        months.Value.ShouldHaveSingleItem().Value.ShouldBe("2026-11-01");
    }

    private static List<string?> Column(ChargePage page, string name)
    {
        var index = page.Columns.ToList().IndexOf(name);
        return [.. page.Rows.Select(r => r[index])];
    }
}
