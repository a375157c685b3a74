using Outlay.Ingest;
using Outlay.Ingest.Formats;
using Outlay.Testing;

namespace Outlay.Connectors.Tests;

/// <summary>Tables of facts that an organisation keeps in place of those that ship.</summary>
public sealed class ReferenceDataTests
{
    [Fact]
    public async Task An_own_table_is_used_and_loads_the_month_anew()
    {
        using var folder = new TestFolder();
        var data = folder.File("data");
        var native = Path.Combine(GoldenCase.Folder("Aws/cur2-maps-and-net"), "native");
        (await CategoriesAsync(data, native)).ShouldNotContain("My own");
        await File.WriteAllTextAsync(
            Path.Combine(data, "reference", "aws-services.csv"),
            "code,category,subcategory\nAmazonEC2,My own,Mine\n",
            TestContext.Current.CancellationToken
        );

        (await CategoriesAsync(data, native)).ShouldContain("My own");
    }

    [Theory]
    [InlineData("aws-services", "code,kind\nA,b\n", "has the header code,kind")]
    [InlineData(
        "aws-services",
        "code,category,subcategory\nA,b,c\nA,d,e\n",
        "row 3: the key A comes twice"
    )]
    [InlineData("aws-services", "code,category,subcategory\n", "has no rows")]
    [InlineData("aws-servces", "code\n", "takes the place of no table")]
    public async Task A_wrong_table_is_told_before_anything_is_read(
        string name,
        string text,
        string said
    )
    {
        using var world = new OutlayWorld();
        await File.WriteAllTextAsync(
            Path.Combine(world.Data.Reference, $"{name}.csv"),
            text,
            TestContext.Current.CancellationToken
        );

        world.Get<ReferenceData>().Check().ShouldHaveSingleItem().Message.ShouldContain(said);
    }

    private static async Task<IReadOnlyList<string>> CategoriesAsync(string data, string native)
    {
        using var world = new OutlayWorld(dataFolder: data);
        var run = await world.ImportAsync(
            new ImportRequest { Paths = [native], Connection = "aws" },
            TestContext.Current.CancellationToken
        );
        run.State.ShouldBe(ImportState.Succeeded, run.Message);
        return GoldenCase.Charges(world.Catalog.Current().Loads, ["ServiceCategory"]);
    }
}
