using System.Globalization;
using CsvHelper;
using Outlay.Ingest;
using Outlay.Testing;

namespace Outlay.Connectors.Tests.Aws;

/// <summary>Real reports load with the sums that an independent reading of the file gives.</summary>
public sealed class AwsSharedFilesTests
{
    [Theory]
    [InlineData("aws/cur2_daily_2026-04.csv", "line_item_unblended_cost", "AWS CUR 2.0")]
    [InlineData("aws/cur2_minimal.csv", "line_item_unblended_cost", "AWS CUR 2.0")]
    [InlineData("aws/cur_legacy_daily_2023-11_anonymised.csv", "lineItem/UnblendedCost", "AWS CUR")]
    public async Task A_report_loads_with_the_sum_of_its_lines(
        string name,
        string column,
        string format
    )
    {
        var file = SampleFiles.Find(name);
        using var world = new OutlayWorld();

        var run = await world.ImportAsync(
            new ImportRequest { Paths = [file], Currency = "USD" },
            TestContext.Current.CancellationToken
        );

        run.State.ShouldBe(ImportState.Succeeded, run.Message);
        run.Files.Single().Format.ShouldBe(format);
        var loads = world.Catalog.Current().Loads;
        var (rows, sum) = Sum(file, column);
        loads.Sum(l => l.Rows).ShouldBe(rows);
        loads.Sum(l => Billed(l.ControlTotals.Single().LakeBilled)).ShouldBe(sum);
    }

    private static decimal Billed(string exact) =>
        decimal.Parse(exact, CultureInfo.InvariantCulture);

    private static (long Rows, decimal Sum) Sum(string file, string column)
    {
        using var csv = new CsvReader(new StreamReader(file), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var (rows, sum) = (0L, 0m);
        while (csv.Read())
        {
            rows++;
            sum += decimal.Parse(
                csv.GetField(column) ?? "0",
                NumberStyles.Float,
                CultureInfo.InvariantCulture
            );
        }

        return (rows, sum);
    }
}
