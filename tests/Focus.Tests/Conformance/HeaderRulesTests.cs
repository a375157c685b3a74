using Outlay.Focus.Conformance;

namespace Outlay.Focus.Tests.Conformance;

public class HeaderRulesTests
{
    private static readonly HeaderRule[] Rules = [.. ConformanceCatalogue.All.OfType<HeaderRule>()];

    private static List<string> Broken(
        IReadOnlyList<string> headers,
        IReadOnlyList<string>? types = null
    )
    {
        var header = FocusHeader.Read(headers);
        var shape = new SourceShape(header, types);
        return
        [
            .. Rules
                .Where(r => r.AppliesTo(header))
                .SelectMany(r => r.Broken(shape).Select(b => $"{r.Id} {r.Column} {b}".Trim())),
        ];
    }

    [Theory]
    [InlineData(FocusVersion.V0_5)]
    [InlineData(FocusVersion.V1_0Preview)]
    [InlineData(FocusVersion.V1_0)]
    [InlineData(FocusVersion.V1_1)]
    [InlineData(FocusVersion.V1_2)]
    [InlineData(FocusVersion.V1_3)]
    [InlineData(FocusVersion.V1_4)]
    public void The_columns_of_a_version_keep_every_rule(FocusVersion version) =>
        Broken([.. MadeFile.Columns(version), "x_Own"]).ShouldBeEmpty();

    [Fact]
    public void Each_mandatory_column_is_missed()
    {
        foreach (var version in (FocusVersion[])[FocusVersion.V1_2, FocusVersion.V1_4])
        {
            var columns = MadeFile.Columns(version);
            var mandatory = FocusColumns
                .All.Where(c => c.IsIn(version) && c.Level == FeatureLevel.Mandatory)
                .ToList();
            mandatory.Count.ShouldBe(21);
            foreach (var column in mandatory)
            {
                var broken = Broken([.. columns.Where(c => c != column.Name)]);

                broken.ShouldContain(
                    b => b.EndsWith($" {column.Name}", StringComparison.Ordinal),
                    column.Name
                );
            }
        }
    }

    [Fact]
    public void Every_rule_on_presence_is_broken_by_leaving_its_column_out()
    {
        foreach (
            var rule in Rules.Where(r => r.Message.Contains("be there", StringComparison.Ordinal))
        )
        {
            var columns = MadeFile.Columns(rule.Until).Where(c => c != rule.Column).ToList();
            var shape = new SourceShape(FocusHeader.Read(columns), null);

            rule.Broken(shape).ShouldNotBeEmpty($"{rule.Id} {rule.Column}");
        }
    }

    [Fact]
    public void A_conditional_column_is_not_missed_where_nothing_speaks_for_it()
    {
        string[] mandatory =
        [
            .. FocusColumns
                .All.Where(c => c.IsIn(FocusVersion.V1_0) && c.Level == FeatureLevel.Mandatory)
                .Select(c => c.Name),
        ];

        Broken(mandatory).ShouldBe(["CostAndUsage-D-027-O ChargeFrequency"]);
    }

    [Theory]
    [InlineData("ColumnHandling-A-001-M", "billed_cost")]
    [InlineData("ColumnHandling-A-001-M", "BILLEDCOST")]
    [InlineData("ColumnHandling-A-001-M", "BilledCost ")]
    [InlineData("ColumnHandling-A-010-M", "oci_ReferenceNumber")]
    [InlineData("ColumnHandling-A-010-M", "Id")]
    [InlineData("ColumnHandling-A-010-M", "X_Upper")]
    [InlineData("ColumnHandling-A-011-O", "x_lower_case")]
    [InlineData(
        "ColumnHandling-A-005-O",
        "x_AnExtremelyLongColumnNameThatNobodyCouldEverWantToType"
    )]
    public void A_wrong_name_is_found(string rule, string header)
    {
        string[] columns =
        [
            .. MadeFile
                .Columns(FocusVersion.V1_2)
                .Where(c => FocusHeader.Read([header]).Columns[0].Name != c),
            header,
        ];

        Broken(columns).ShouldContain($"{rule}  {header}".Trim());
    }

    [Fact]
    public void An_old_name_is_wrong_in_a_new_version()
    {
        string[] columns =
        [
            .. MadeFile.Columns(FocusVersion.V1_2).Where(c => c != "RegionId"),
            "Region",
        ];

        Broken(columns).ShouldBe(["ColumnHandling-A-001-M  Region"]);
    }

    [Fact]
    public void A_repeated_column_is_found() =>
        Broken([.. MadeFile.Columns(FocusVersion.V1_2), "billed_cost"])
            .ShouldContain("OUTLAY-COLUMN-01  billed_cost");

    [Fact]
    public void A_removed_column_is_found() =>
        Broken([.. MadeFile.Columns(FocusVersion.V1_4), "PublisherName"])
            .ShouldBe(["OUTLAY-COLUMN-02  PublisherName"]);

    [Fact]
    public void A_column_of_a_later_version_counts_as_the_providers_own() =>
        Broken([.. MadeFile.Columns(FocusVersion.V1_0), "BillingAccountType"])
            .ShouldBe(["ColumnHandling-A-010-M  BillingAccountType"]);

    [Fact]
    public void FOCUS_columns_behind_custom_ones_are_found() =>
        Broken(["x_Own", .. MadeFile.Columns(FocusVersion.V1_2)])
            .Count(b => b.StartsWith("ColumnHandling-A-012-O", StringComparison.Ordinal))
            .ShouldBe(57);

    [Fact]
    public void Every_stored_type_is_checked()
    {
        var columns = MadeFile.Columns(FocusVersion.V1_4);
        string[] wrong =
        [
            .. columns.Select(c =>
                FocusColumns.Find(c)!.Type == FocusType.Decimal ? "DOUBLE" : "BIGINT"
            ),
        ];
        string[] right =
        [
            .. columns.Select(c =>
                FocusColumns.Find(c)!.Type == FocusType.Decimal ? "DECIMAL(38,18)" : "VARCHAR"
            ),
        ];

        var broken = Broken(columns, wrong);

        Broken(columns, right).ShouldBeEmpty();
        broken.ShouldContain(
            "BillingAccountId-C-002-M BillingAccountId BillingAccountId is BIGINT"
        );
        broken.ShouldContain("OUTLAY-TYPE-02 BilledCost BilledCost is DOUBLE");
        broken.Count.ShouldBe(
            columns.Count(c => FocusColumns.Find(c)!.Type is FocusType.String or FocusType.Decimal)
        );
    }
}
