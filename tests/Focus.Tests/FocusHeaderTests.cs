namespace Outlay.Focus.Tests;

public class FocusHeaderTests
{
    private static string[] ColumnsOf(FocusVersion version) =>
        [.. FocusColumns.All.Where(c => c.IsIn(version)).Select(c => c.Name)];

    private static FocusHeader Read(params string[] headers) => FocusHeader.Read(headers);

    [Theory]
    [InlineData(FocusVersion.V1_0)]
    [InlineData(FocusVersion.V1_1)]
    [InlineData(FocusVersion.V1_2)]
    [InlineData(FocusVersion.V1_3)]
    [InlineData(FocusVersion.V1_4)]
    public void The_full_set_of_columns_tells_its_version(FocusVersion version)
    {
        var header = FocusHeader.Read(ColumnsOf(version));

        header.Version.ShouldBe(version);
        header.Dataset.ShouldBe(FocusDataset.CostAndUsage);
        header.Columns.ShouldAllBe(c => c.Column != null && c.Name == c.SourceName);
    }

    [Fact]
    public void Version_0_5_is_told_by_its_own_names()
    {
        var header = Read("ChargeType", "AmortizedCost", "BilledCost", "Provider", "Region");

        header.Version.ShouldBe(FocusVersion.V0_5);
        header
            .Columns.Select(c => c.Name)
            .ShouldBe([
                "ChargeCategory",
                "EffectiveCost",
                "BilledCost",
                "ProviderName",
                "RegionId",
            ]);
    }

    [Fact]
    public void Version_1_0_preview_is_told_by_the_names_Oracle_still_delivers()
    {
        var header = Read(
            "BilledCost",
            "ChargeCategory",
            "ChargeSubcategory",
            "EffectiveCost",
            "InvoiceIssuer",
            "Provider",
            "Publisher",
            "Region",
            "UsageQuantity",
            "UsageUnit",
            "Tags",
            "oci_ReferenceNumber"
        );

        header.Version.ShouldBe(FocusVersion.V1_0Preview);
        header.Dataset.ShouldBe(FocusDataset.CostAndUsage);
        header.Columns.Select(c => c.Name).ShouldContain("ConsumedQuantity");
        header.Columns.Single(c => c.Name == "ChargeSubcategory").Column.ShouldBeNull();
        header.Columns[^1].Column.ShouldBeNull();
    }

    [Theory]
    [InlineData("billed_cost")]
    [InlineData("BILLEDCOST")]
    [InlineData("billedcost ")]
    [InlineData("\uFEFFBilledCost")]
    [InlineData(" Billed Cost ")]
    public void Spelling_does_not_hide_a_column(string spelling)
    {
        var column = Read(spelling).Columns.Single();

        column.Name.ShouldBe("BilledCost");
        column.SourceName.ShouldBe(spelling);
    }

    [Fact]
    public void The_better_spelling_wins_and_the_other_keeps_its_own_name()
    {
        var header = Read("Region", "BilledCost", "RegionId", "billed_cost");

        header
            .Columns.Select(c => c.Name)
            .ShouldBe(["Region", "BilledCost", "RegionId", "billed_cost"]);
        header.Columns[0].Column.ShouldBeNull();
        header.Columns[3].Column.ShouldBeNull();
    }

    [Fact]
    public void Names_are_unique_even_when_headers_repeat_or_are_empty()
    {
        var names = Read("BilledCost", "BilledCost", "", "", "x_a", "X_A")
            .Columns.Select(c => c.Name);

        names.ShouldBe(["BilledCost", "BilledCost_2", "Unnamed", "Unnamed_2", "x_a", "X_A_2"]);
    }

    [Fact]
    public void A_custom_column_stays_custom_however_it_is_called()
    {
        Read("BilledCost", "x_BilledCost", "x_tags")
            .Columns.Count(c => c.Column is null)
            .ShouldBe(2);
    }

    [Theory]
    [InlineData(FocusDataset.ContractCommitment, "ContractId,ContractCommitmentId,BillingCurrency")]
    [InlineData(
        FocusDataset.BillingPeriod,
        "BillingPeriodStart,BillingPeriodEnd,BillingPeriodStatus,InvoiceIssuerName"
    )]
    [InlineData(
        FocusDataset.InvoiceDetail,
        "BilledCost,BillingAccountId,ChargeCategory,InvoiceDetailId,InvoiceIssueStatus"
    )]
    [InlineData(FocusDataset.CostAndUsage, "BilledCost,InvoiceDetailId,ServiceProviderName")]
    [InlineData(FocusDataset.CostAndUsage, "ChargeType")]
    [InlineData(
        FocusDataset.None,
        "AccountName,BillingAccountId,ChargeType,Cost,Date,MeterId,Quantity,ResourceId,Tags,UnitPrice"
    )]
    [InlineData(FocusDataset.None, "line_item_usage_amount,line_item_unblended_cost")]
    [InlineData(FocusDataset.None, "")]
    public void The_dataset_is_told_by_its_columns(FocusDataset dataset, string headers) =>
        FocusHeader.Read(headers.Split(',')).Dataset.ShouldBe(dataset);

    [Fact]
    public void Two_columns_that_Microsoft_delivered_early_do_not_make_a_file_1_2() =>
        FocusHeader
            .Read([.. ColumnsOf(FocusVersion.V1_0), "BillingAccountType", "SubAccountType"])
            .Version.ShouldBe(FocusVersion.V1_0);

    [Fact]
    public void A_file_with_columns_of_1_4_is_1_4_although_it_keeps_a_removed_one() =>
        FocusHeader
            .Read([.. ColumnsOf(FocusVersion.V1_4), "ProviderName"])
            .Version.ShouldBe(FocusVersion.V1_4);
}
