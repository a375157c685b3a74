using Outlay.Focus.Conformance;
using Outlay.Testing;

namespace Outlay.Focus.Tests.Conformance;

/// <summary>The sample files that FOCUS and others publish, with what is known to be wrong in them.</summary>
public class OfficialSamplesTests
{
    private static string Sample(string name)
    {
        if (!SharedData.TryFind(out var data))
        {
            Assert.Skip("No shared/data folder beside the repository.");
        }

        return Path.Combine(data, "billing", "focus", name);
    }

    private static async Task<ConformanceReport> Check(string name)
    {
        var report = await MadeFile.CheckAsync(Sample(name));
        report.Problem.ShouldBeNull();
        return report.Value;
    }

    [Fact]
    public async Task The_1_0_sample_of_three_clouds_has_the_faults_it_is_known_for()
    {
        var report = await Check("focus_1_0_multi_provider_1000.csv");

        long Count(string rule, string? column) =>
            report.Findings.SingleOrDefault(f => f.RuleId == rule && f.Column == column)?.Count
            ?? 0;

        report.Version.ShouldBe(FocusVersion.V1_0);
        report.Rows.ShouldBe(1000);
        Count("ListCost-C-009-C", "ListCost").ShouldBe(25);
        Count("ContractedUnitPrice-C-011-C", "ContractedCost").ShouldBe(17);
        // Twelve rows in all; in five of them both costs are negative, where the smaller amount is the larger number.
        Count("OUTLAY-COST-03", "ContractedCost").ShouldBe(7);
        Count("NullHandling-A-002-M", "ChargeClass").ShouldBe(1000);
        Count("NullHandling-A-002-M", "CommitmentDiscountId").ShouldBe(989);
        Count("NullHandling-A-002-M", "Tags").ShouldBe(289);
        Count("ChargePeriodStart-C-002-M", "ChargePeriodStart").ShouldBe(1000);
        Count("ChargeFrequency-C-003-M", "ChargeFrequency").ShouldBe(7);
        Count("ContractedCost-C-003-M", "ContractedCost").ShouldBe(7);
        Count("ColumnHandling-A-010-M", null).ShouldBe(1);
        report
            .Findings.Single(f => f.RuleId == "ColumnHandling-A-010-M")
            .Examples.Single()
            .ShouldBe(new FindingExample(0, "Id"));
        // Text NULL must not cascade: no row has a commitment's category without the commitment.
        Count("CommitmentDiscountCategory-C-003-C", "CommitmentDiscountCategory").ShouldBe(0);
        report.Findings.ShouldAllBe(f =>
            f.Examples.Count > 0 || f.RuleId.StartsWith("CostAndUsage")
        );
    }

    [Theory]
    [InlineData("aws_1_3_cost_and_usage_rows100_seed42.csv", FocusVersion.V1_3)]
    [InlineData("azure_1_2_cost_and_usage_rows100_seed42.csv", FocusVersion.V1_2)]
    [InlineData("gcp_1_3_cost_and_usage_rows100_seed42.csv", FocusVersion.V1_3)]
    public async Task The_made_files_of_1_2_and_1_3_are_clean(string name, FocusVersion version)
    {
        var report = await Check(Path.Combine("synthetic_1_2_1_3", name));

        report.Version.ShouldBe(version);
        report.Rows.ShouldBe(100);
        report.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("spec_1_2/commitment_discount_purchase_scenario_1.csv")]
    [InlineData("spec_1_2/commitment_discount_usage_scenario_1.csv")]
    [InlineData("spec_1_4_corrections/scenario_1_partial_reallocation_delta.csv")]
    [InlineData("synthetic_1_2_1_3/scenarios_correction_set.csv")]
    [InlineData("synthetic_1_2_1_3/scenarios_sca_weighted.csv")]
    public async Task The_examples_of_the_specification_lack_columns_and_nothing_else(string name)
    {
        var report = await Check(name);

        report
            .Findings.Where(f =>
                !f.Message.Contains("be there", StringComparison.Ordinal)
                && !f.RuleId.StartsWith("ColumnHandling", StringComparison.Ordinal)
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Slashed_dates_with_two_digit_years_are_misshapen_but_understood()
    {
        var report = await Check("spec_1_2/saas_spend_agreements_a1.csv");

        report.Findings.ShouldContain(f => f.RuleId == "BillingPeriodEnd-C-002-M" && f.Count == 4);
        // One charge of a year stands in the bill of the year's last month.
        report
            .Findings.Single(f => f.RuleId.StartsWith("OUTLAY-PERIOD", StringComparison.Ordinal))
            .Examples.Single()
            .Row.ShouldBe(4);
    }

    [Theory]
    [InlineData("fail_charge_type_bad_value.csv", 3)]
    [InlineData("multiple_failure_examples.csv", 3)]
    public async Task The_negative_examples_fail(string name, long rows)
    {
        var report = await Check(name);

        report.Version.ShouldBe(FocusVersion.V0_5);
        report.Findings.Single(f => f.RuleId == "ChargeCategory-C-003-M").Count.ShouldBe(rows);
    }

    [Fact]
    public async Task The_validators_Parquet_sample_is_read()
    {
        var report = await Check("validator_sample.parquet");

        report.Rows.ShouldBe(2);
        report.Findings.ShouldContain(f =>
            f.RuleId == "ColumnHandling-A-001-M" && f.Examples[0].Value == "ResourceID"
        );
    }

    [Fact]
    public async Task A_file_of_another_dataset_is_named_as_such()
    {
        var report = await MadeFile.CheckAsync(
            Sample("synthetic_1_2_1_3/aws_1_3_contract_commitment_rows100_seed42.csv")
        );

        report.Problem.ShouldNotBeNull().Message.ShouldContain("ContractCommitment");
    }
}
