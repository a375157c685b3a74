using Bunit;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Outlay.Ingest;
using Outlay.Lake;
using Outlay.Web.Connections;
using static Outlay.Faces.Tests.Web.Connections.ImportRuns;

namespace Outlay.Faces.Tests.Web.Connections;

public sealed class ImportTests : BunitContext
{
    public ImportTests() => Services.AddSingleton<AntiforgeryStateProvider, NoToken>();

    [Theory]
    [InlineData("x", null, "MaxBadRows")]
    [InlineData("-1", null, "MaxBadRows")]
    [InlineData("0", "dollars", "Currency")]
    public void A_wrong_field_is_named(string rows, string? currency, string field) =>
        new ImportForm
        {
            Path = "/data",
            MaxBadRows = rows,
            Currency = currency,
        }
            .ReadPath()
            .Problem.ShouldNotBeNull()
            .Field.ShouldBe(field);

    [Fact]
    public void A_missing_path_is_named() =>
        new ImportForm { Path = " " }
            .ReadPath()
            .Problem.ShouldNotBeNull()
            .Field.ShouldBe("Path");

    [Fact]
    public void Fields_become_the_request()
    {
        var request = new ImportForm
        {
            Path = " /data/aws ",
            Connection = "",
            MaxBadRows = "5",
            Quarantine = "on",
            Currency = "usd",
        }
            .ReadPath()
            .Value;

        request.Paths.ShouldBe(["/data/aws"]);
        request.Connection.ShouldBeNull();
        request.MaxBadRows.ShouldBe(5);
        request.Quarantine.ShouldBeTrue();
        request.Currency.ShouldBe("USD");
    }

    [Fact]
    public void The_ledger_shows_progress_cause_and_what_to_do()
    {
        var ledger = Render<ImportLedger>(p =>
            p.Add(l => l.Now, Now)
                .Add(
                    l => l.Runs,
                    [
                        Run(2, ImportState.Running, File("a.csv", ImportState.Running, 5_000)),
                        Run(
                            1,
                            ImportState.Failed,
                            File("b.csv", ImportState.Failed, 3, "Row 4 of b.csv: no cost.")
                        ),
                    ]
                )
        );

        ledger
            .Find("[data-progress]")
            .GetAttribute("data-progress")
            .ShouldBe("/setup/imports/progress");
        ledger.Find("[data-live='state-2']").TextContent.ShouldBe("Running, 37%");
        ledger.Find("[data-live='rate-2']").TextContent.ShouldBe("500 rows/s");
        ledger.FindAll("tbody tr")[1].TextContent.ShouldContain("Row 4 of b.csv: no cost.");
        ledger.Find("form").GetAttribute("action").ShouldBe("/setup/imports/1");
        ledger.Find("input[name=_handler]").GetAttribute("value").ShouldBe("retry");
    }

    [Fact]
    public void A_ledger_without_running_imports_asks_nobody() =>
        Render<ImportLedger>(p =>
                p.Add(l => l.Now, Now).Add(l => l.Runs, [Run(1, ImportState.Succeeded)])
            )
            .FindAll("[data-progress]")
            .ShouldBeEmpty();

    [Fact]
    public void An_empty_ledger_and_an_empty_lake_say_so()
    {
        Render<ImportLedger>(p => p.Add(l => l.Now, Now).Add(l => l.Runs, []))
            .Markup.ShouldContain("Nothing was imported yet.");
        Render<LoadList>(p => p.Add(l => l.Loads, []))
            .Markup.ShouldContain("No billing data is loaded.");
    }

    [Fact]
    public void A_page_is_asked_for_anew_when_a_state_changes_but_not_for_figures()
    {
        var before = Run(2, ImportState.Running, File("a.csv", ImportState.Running, 1));
        var after = Run(2, ImportState.Running, File("a.csv", ImportState.Running, 2));
        var done = Run(2, ImportState.Running, File("a.csv", ImportState.Succeeded, 3));

        ImportProgress.Of(after, Now).Stamp.ShouldBe(ImportProgress.Of(before, Now).Stamp);
        ImportProgress.Of(done, Now).Stamp.ShouldNotBe(ImportProgress.Of(before, Now).Stamp);
    }

    [Fact]
    public void Control_totals_keep_every_digit_and_say_which_differ()
    {
        var totals = Render<ControlTotals>(p =>
            p.Add(
                c => c.Load,
                Load(
                    1,
                    new ControlTotal(
                        "USD",
                        10,
                        10,
                        "1234567.890123456789",
                        "1234567.890123456789",
                        "-0.5",
                        "-0.6"
                    )
                )
            )
        );

        var rows = totals.FindAll("tbody tr");
        rows[1].TextContent.ShouldContain("1,234,567.890123456789");
        rows[1].TextContent.ShouldContain("Equal");
        rows[2].TextContent.ShouldContain("−0.50");
        rows[2].TextContent.ShouldContain("Differ");
    }

    [Theory]
    [InlineData("0", "0.00")]
    [InlineData("-1234.5", "−1,234.50")]
    [InlineData("999.000000000000000001", "999.000000000000000001")]
    [InlineData("123456789012345678901234567890.5", "123,456,789,012,345,678,901,234,567,890.50")]
    public void Exact_texts_are_grouped_without_passing_through_a_number(
        string exact,
        string text
    ) => ExactAmount.Grouped(exact).ShouldBe(text);

    [Fact]
    public void Loads_beyond_a_page_are_paged()
    {
        var loads = Enumerable.Range(1, 120).Select(i => Load(i)).ToList();

        var list = Render<LoadList>(p => p.Add(l => l.Loads, loads).Add(l => l.Page, 3));

        list.FindAll("tbody tr").Count.ShouldBe(20);
        list.Find(".pager span").TextContent.ShouldBe("101–120 of 120");
    }

    private sealed class NoToken : AntiforgeryStateProvider
    {
        public override AntiforgeryRequestToken? GetAntiforgeryToken() => null;
    }
}
