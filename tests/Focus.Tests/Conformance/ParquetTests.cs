using DuckDB.NET.Data;
using Outlay.Focus.Conformance;
using Outlay.Testing;

namespace Outlay.Focus.Tests.Conformance;

public class ParquetTests
{
    private static async Task<ConformanceReport> Check(string columns)
    {
        using var folder = new TestFolder();
        var path = folder.File("charges.parquet");
        using (var connection = new DuckDBConnection("DataSource=:memory:"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText =
                $"COPY (SELECT {columns} FROM range(3) t(i)) TO '{path}' (FORMAT parquet)";
            command.ExecuteNonQuery();
        }

        var report = await MadeFile.CheckAsync(path);
        report.Problem.ShouldBeNull();
        return report.Value;
    }

    private static IEnumerable<string> Rules(ConformanceReport report) =>
        report
            .Findings.Where(f => !f.Message.Contains("be there", StringComparison.Ordinal))
            .Select(f => $"{f.RuleId} {f.Column} {f.Count}");

    [Fact]
    public async Task Typed_values_are_in_form()
    {
        var report = await Check(
            """
            CAST(1.5 AS DECIMAL(38,18)) AS BilledCost, 'Usage' AS ChargeCategory, 'USD' AS BillingCurrency,
            TIMESTAMP '2026-10-01' AS BillingPeriodStart, TIMESTAMPTZ '2026-11-01 00:00:00+00' AS BillingPeriodEnd,
            MAP {'team': 'a', 'env': 'prod'} AS Tags, CAST(NULL AS VARCHAR) AS ChargeClass
            """
        );

        report.Rows.ShouldBe(3);
        Rules(report).ShouldBeEmpty();
    }

    [Fact]
    public async Task Stored_types_and_empty_texts_are_found()
    {
        var report = await Check(
            """
            CAST(0.1 AS DOUBLE) AS BilledCost, 123456 AS BillingAccountId, 'Usage' AS ChargeCategory,
            CASE i WHEN 1 THEN '' END AS ChargeClass, DATE '2026-10-01' AS BillingPeriodStart,
            {'team': {'name': 'a'}} AS Tags
            """
        );

        Rules(report)
            .ShouldBe(
                [
                    "BillingAccountId-C-002-M BillingAccountId 1",
                    "BillingPeriodStart-C-002-M BillingPeriodStart 3",
                    "KeyValueFormat-A-004-M Tags 3",
                    "NullHandling-A-002-M ChargeClass 1",
                    "OUTLAY-TYPE-02 BilledCost 1",
                ],
                ignoreOrder: true
            );
        report
            .Findings.Single(f => f.RuleId == "NullHandling-A-002-M")
            .Examples.Single()
            .ShouldBe(new FindingExample(2, "''"));
    }
}
