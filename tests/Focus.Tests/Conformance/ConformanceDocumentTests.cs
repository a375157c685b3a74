using System.Text;
using Outlay.Focus.Conformance;

namespace Outlay.Focus.Tests.Conformance;

/// <summary><c>docs/reference/conformance.md</c> is made from the catalogue. Set <c>OUTLAY_WRITE_DOCS</c> to write it anew.</summary>
public class ConformanceDocumentTests
{
    [Fact]
    public async Task The_reference_lists_every_rule()
    {
        var path = Path.Combine(Repository(), "docs", "reference", "conformance.md");
        var cancel = TestContext.Current.CancellationToken;
        if (Environment.GetEnvironmentVariable("OUTLAY_WRITE_DOCS") is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, Document(), cancel);
        }

        (await File.ReadAllTextAsync(path, cancel)).ShouldBe(
            Document(),
            "Run this test with OUTLAY_WRITE_DOCS=1 and commit the file."
        );
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Outlay.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName
            ?? throw new InvalidOperationException("No repository above the tests.");
    }

    private static string Document()
    {
        var text = new StringBuilder(
            """
            # FOCUS conformance rules

            What `outlay validate FILE` and the check of each load look at. This list is made from the rules themselves; do not edit it.

            - Ids without `OUTLAY` are those of the official FOCUS 1.2 rules, for all versions; the others are ours.
            - Error: the specification says MUST. Warning: it says SHOULD, or the rule is a sanity check of our own.
            - A rule holds for the versions named and only where the file has the columns it speaks of.
            - The text `NULL`, `N/A` and the like counts as empty for every rule and is reported once by itself.
            - Products may miss by a millionth, of the amount or of a unit of currency, because prices are published rounded.
            - Rules whose official form has a known defect follow the text of the specification instead.

            """
        );
        foreach (var family in ConformanceCatalogue.Families)
        {
            text.Append(
                $"\n## {family.Name}\n\n| Rule | Column | Severity | Versions | Wants |\n| --- | --- | --- | --- | --- |\n"
            );
            foreach (var rule in family.Rules)
            {
                text.Append(
                    $"| {rule.Id} | {rule.Column} | {rule.Severity} | {Versions(rule)} | {rule.Message.Replace("|", "\\|")} |\n"
                );
            }
        }

        return text.ToString();
    }

    private static string Versions(ConformanceRule rule) =>
        (rule.From, rule.Until) switch
        {
            (FocusVersion.V0_5, FocusVersion.V1_4) => "all",
            var (from, until) when from == until => from.Label(),
            (FocusVersion.V0_5, var until) => $"to {until.Label()}",
            (var from, FocusVersion.V1_4) => $"from {from.Label()}",
            var (from, until) => $"{from.Label()} to {until.Label()}",
        };
}
