using Outlay.Testing;

namespace Outlay.Faces.Tests.Cli;

[Collection(CompanyTests.Name)]
public sealed class QueryCommandTests(CompanyFixture company)
{
    [Fact]
    public async Task A_table_has_groups_numbers_and_totals()
    {
        var run = await QueryAsync(
            "--group-by",
            "ServiceName",
            "--top",
            "5",
            "--compare",
            "prior",
            "--period",
            "3m"
        );

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldStartWith("Effective cost, ");
        run.Output.ShouldMatch(@"(?m)^Service +Currency +Cost +Before +Change +% +Charges$");
        run.Output.ShouldMatch(@"(?m)^Other \(\d+ groups\)");
        run.Output.ShouldMatch(@"(?m)^Total +USD +[0-9,]+\.\d\d");
        run.Output.ShouldMatch(@"(?m)^Total +EUR +[0-9,]+\.\d\d");
    }

    [Fact]
    public async Task A_grain_puts_time_down_and_groups_across()
    {
        var run = await QueryAsync(
            "--period",
            "3m",
            "--grain",
            "month",
            "--currency",
            "USD",
            "--group-by",
            "HostProviderName"
        );

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldMatch(@"(?m)^From .*AWS.* Total USD$");
        run.Output.ShouldContain("Not included: ");
    }

    [Theory]
    [InlineData("--metric", "blended", "Use one of: effective")]
    [InlineData("--group-by", "Servicename2", "Did you mean ServiceName?")]
    [InlineData("--from", "yesterday", "2026-11-22")]
    [InlineData("--compare", "before", "prior")]
    [InlineData("--top", "many", "whole number")]
    [InlineData("--sort", "size", "cost")]
    public async Task A_wrong_value_says_what_to_write(string option, string value, string fix)
    {
        var run = await QueryAsync(option, value);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain(option);
        run.Error.ShouldContain(fix);
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_option_that_does_not_exist_is_wrong_use()
    {
        var run = await QueryAsync("--granularity", "day");

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--granularity");
        run.Error.ShouldContain("outlay query --help");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_not_found_and_not_made()
    {
        using var folder = new TestFolder();

        var run = await CommandLine.RunAsync("query", "--data", folder.File("none"));

        run.ExitCode.ShouldBe(3);
        run.Error.ShouldContain("outlay ingest");
        Directory.Exists(folder.File("none")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_range_without_charges_says_so()
    {
        var run = await QueryAsync("--from", "2001-01-01", "--to", "2001-01-31");

        run.ExitCode.ShouldBe(0, run.Error);
        run.Output.ShouldContain("No charges");
    }

    private Task<CommandLine.Run> QueryAsync(params string[] arguments) =>
        CommandLine.RunAsync(["query", "--data", company.Data, .. arguments]);
}
