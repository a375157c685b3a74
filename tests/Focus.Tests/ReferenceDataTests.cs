namespace Outlay.Focus.Tests;

public class ReferenceDataTests
{
    [Theory]
    [InlineData(FocusVersion.V1_0, 43)]
    [InlineData(FocusVersion.V1_2, 57)]
    [InlineData(FocusVersion.V1_3, 65)]
    [InlineData(FocusVersion.V1_4, 65)]
    public void A_version_has_the_columns_it_has(FocusVersion version, int count) =>
        FocusColumns.All.Count(c => c.IsIn(version)).ShouldBe(count);

    [Fact]
    public void The_lake_has_the_columns_of_1_4() =>
        FocusColumns
            .Lake.Select(c => c.Name)
            .ShouldBe(FocusColumns.All.Where(c => c.IsIn(FocusVersion.V1_4)).Select(c => c.Name));

    [Fact]
    public void Every_closed_set_belongs_to_a_column_that_is_text()
    {
        FocusColumns
            .All.Where(c => c.AllowedValues.Count > 0)
            .ShouldAllBe(c => c.Type == FocusType.String);
        FocusColumns.Find("ServiceCategory")!.AllowedValues.Count.ShouldBe(19);
        FocusColumns.Find("ServiceSubcategory")!.AllowedValues.Count.ShouldBe(82);
    }

    [Fact]
    public void Every_column_has_a_lake_type() =>
        FocusColumns.All.ShouldAllBe(c => c.LakeType.Length > 0);
}
