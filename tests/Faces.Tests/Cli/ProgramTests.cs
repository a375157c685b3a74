using System.Text.Json.Nodes;
using Outlay.Testing;

namespace Outlay.Faces.Tests.Cli;

[Collection(CompanyTests.Name)]
public sealed class ProgramTests(CompanyFixture company)
{
    [Fact]
    public async Task Help_teaches_with_examples_and_exit_codes()
    {
        var run = await CommandLine.RunAsync("--help");

        run.ExitCode.ShouldBe(0);
        foreach (var verb in new[] { "serve", "demo", "ingest", "query", "validate", "status" })
        {
            run.Output.ShouldMatch($@"(?m)^  {verb}\b");
        }

        run.Output.ShouldContain("outlay demo");
        run.Output.ShouldContain("Exit codes:");
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("demo")]
    [InlineData("ingest")]
    [InlineData("query")]
    [InlineData("changes")]
    [InlineData("forecast")]
    [InlineData("anomalies")]
    [InlineData("validate")]
    [InlineData("status")]
    public async Task Every_verb_shows_examples(string verb)
    {
        var run = await CommandLine.RunAsync(verb, "--help");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain("Examples:");
        run.Output.ShouldContain($"outlay {verb}");
    }

    [Fact]
    public async Task Status_shows_loads_totals_and_runs()
    {
        var run = await CommandLine.RunAsync("status", "--data", company.Data);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain(company.Data);
        run.Output.ShouldMatch(@"(?m)^azure-europe .* EUR .* as the source$");
        run.Output.ShouldMatch(@"(?m)^Currencies +USD, EUR$");
    }

    [Fact]
    public async Task Status_as_JSON_holds_every_load()
    {
        var run = await CommandLine.RunAsync("status", "--json", "--data", company.Data);

        var status = JsonNode.Parse(run.Output)!;
        status["loads"]!
            .AsArray()
            .Count.ShouldBe(
                Directory.GetFiles(company.Exports, "focus-*", SearchOption.AllDirectories).Length
            );
        status["loads"]!
            .AsArray()
            .SelectMany(l => l!["totals"]!.AsArray())
            .ShouldAllBe(t => (bool)t!["agrees"]!);
    }

    [Fact]
    public async Task The_same_files_twice_change_nothing()
    {
        using var folder = new TestFolder();
        var delivery = Path.Combine(company.Exports, "azure-europe");
        await CommandLine.RunAsync("ingest", delivery, "--data", folder.Root);

        var again = await CommandLine.RunAsync("ingest", delivery, "--data", folder.Root, "--json");

        again.ExitCode.ShouldBe(0, again.Error);
        ((string)JsonNode.Parse(again.Output)!["state"]!).ShouldBe("unchanged");
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_not_found()
    {
        using var folder = new TestFolder();

        (
            await CommandLine.RunAsync("ingest", "no-such.csv", "--data", folder.Root)
        ).ExitCode.ShouldBe(3);
        (await CommandLine.RunAsync("validate", "no-such.csv")).ExitCode.ShouldBe(3);
    }

    [Fact]
    public async Task A_file_that_is_not_a_bill_is_refused_with_its_name()
    {
        using var folder = new TestFolder();
        await File.WriteAllTextAsync(
            folder.File("notes.csv"),
            "a,b\n1,2\n",
            TestContext.Current.CancellationToken
        );

        var run = await CommandLine.RunAsync(
            "ingest",
            folder.File("notes.csv"),
            "--data",
            folder.File("data")
        );

        run.ExitCode.ShouldBeInRange(1, 2);
        (run.Output + run.Error).ShouldContain("notes.csv");
    }

    [Theory]
    [InlineData("aws")]
    [InlineData("azure")]
    [InlineData("azure-europe")]
    [InlineData("google-cloud")]
    public async Task The_sample_company_conforms_to_FOCUS(string delivery)
    {
        var file = Directory.GetFiles(Path.Combine(company.Exports, delivery)).Order().ElementAt(3);

        var run = await CommandLine.RunAsync("validate", file);

        run.ExitCode.ShouldBe(0, run.Output + run.Error);
    }

    [Fact]
    public async Task Validate_ends_with_1_when_a_rule_is_broken()
    {
        using var folder = new TestFolder();
        var file = Directory
            .GetFiles(Path.Combine(company.Exports, "azure-europe"))
            .Order()
            .First();
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            folder.File("bad.csv"),
            text.Replace(",Usage,", ",usage,", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );

        var run = await CommandLine.RunAsync("validate", folder.File("bad.csv"));

        run.ExitCode.ShouldBe(1, run.Output + run.Error);
        run.Output.ShouldContain("ChargeCategory");
    }
}
