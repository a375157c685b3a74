using System.Text.Json.Nodes;

namespace Outlay.Faces.Tests.Api;

[Collection(CompanyTests.Name)]
public sealed class BudgetApiTests(CompanyFixture company)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Budgets_are_imported_listed_and_told_alike_by_command_and_API()
    {
        var file = Path.Combine(company.Exports, "..", "budgets.csv");
        await File.WriteAllTextAsync(
            file,
            "name,amount,currency,thresholds\nTiny,1,USD,actual 100%\n",
            Token
        );
        var wrong = Path.Combine(company.Exports, "..", "wrong.csv");
        await File.WriteAllTextAsync(wrong, "name,amount,currency\nX,much,USD\n", Token);

        var imported = await CommandLine.RunAsync(
            "budgets",
            "import",
            file,
            "--data",
            company.Data
        );
        var refused = await CommandLine.RunAsync(
            "budgets",
            "import",
            wrong,
            "--data",
            company.Data
        );
        var listed = await CommandLine.RunAsync("budgets", "--json", "--data", company.Data);
        var api = JsonNode.Parse(await company.Client.GetStringAsync("api/v1/budgets", Token))!;

        imported.ExitCode.ShouldBe(0, imported.Error);
        imported.Output.ShouldContain("1 budget made.");
        refused.ExitCode.ShouldNotBe(0);
        refused.Error.ShouldContain("wrong.csv: Row 2: 'much' is no amount.");
        var tiny = api.AsArray().Single(b => (string)b!["name"]! == "Tiny")!;
        ((string)tiny["state"]!).ShouldBe("over");
        var command = JsonNode
            .Parse(listed.Output)!
            .AsArray()
            .Single(b => (string)b!["name"]! == "Tiny")!;
        decimal.Parse(tiny["spent"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBe(
                decimal.Parse(
                    command["spent"]!.ToString(),
                    System.Globalization.CultureInfo.InvariantCulture
                )
            );
        JsonNode
            .Parse(await company.Client.GetStringAsync("api/v1/alerts", Token))!
            .AsArray()
            .ShouldNotBeNull();
    }
}
