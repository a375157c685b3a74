using Outlay.Focus.Conformance;

namespace Outlay.Focus.Tests.Conformance;

public class ConformanceRulesTests
{
    // Names and ids that tie rows together; each case gets its own, so that cases do not meet in group rules.
    private static readonly string[] Ties =
    [
        "0012",
        "AWS",
        "INV-1",
        "Machines",
        "arn:plan/1",
        "i-1",
        "i-split",
        "price-1",
        "sku-1",
    ];

    private static readonly Charge[] Clean =
    [
        Charge.Usage,
        Charge.Used,
        Charge.Unused,
        Charge.Purchase,
        Charge.Tax,
        Charge.Credit,
        Charge.Correction,
        Charge.Split,
        Charge.Split.With(("AllocatedResourceId", "pod-2")),
    ];

    public static TheoryData<FocusVersion> Versions => [.. Enum.GetValues<FocusVersion>()];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_clean_file_keeps_every_rule(FocusVersion version)
    {
        var clean = version >= FocusVersion.V1_0 ? Clean : [Charge.Usage, Charge.Tax];

        var report = await MadeFile.CheckAsync(version, clean);

        report.Findings.ShouldBeEmpty();
        report.Rows.ShouldBe(clean.Length);
        report.Rules.ShouldBeGreaterThan(100);
    }

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Each_breaking_case_is_found_where_it_stands(FocusVersion version)
    {
        var cases = BreakingCases.All.Where(c => VersionOf(c) == version).ToList();
        var charges = new List<Charge>();
        var missed = new List<string>();
        var ranges = new List<(BreakingCase Case, int First, int Last)>();
        foreach (var breaking in cases)
        {
            var first = charges.Count + 1;
            charges.AddRange(breaking.Charges.Select(c => Apart(c, first)));
            ranges.Add((breaking, first, charges.Count));
        }

        var report = await MadeFile.CheckAsync(version, charges);

        foreach (var (breaking, first, last) in ranges)
        {
            var found = report.Findings.Any(f =>
                f.RuleId == breaking.RuleId
                && f.Column == breaking.Column
                && f.Examples.Any(e => e.Row >= first && e.Row <= last)
            );
            if (!found)
            {
                missed.Add($"{breaking} in rows {first} to {last}");
            }
        }

        missed.ShouldBeEmpty();
    }

    [Fact]
    public void Every_rule_on_rows_has_a_breaking_case()
    {
        var cases = BreakingCases.All.ToList();

        ConformanceCatalogue
            .All.Where(r => r is not HeaderRule)
            .Where(r =>
                !cases.Exists(c =>
                    c.RuleId == r.Id
                    && c.Column == r.Column
                    && VersionOf(c) >= r.From
                    && VersionOf(c) <= r.Until
                )
            )
            .Select(r => $"{r.Id} {r.Column} {r.From}..{r.Until}")
            .ShouldBeEmpty();
    }

    [Fact]
    public void No_two_rules_of_one_version_share_id_and_column()
    {
        var rules = ConformanceCatalogue.All;

        Enum.GetValues<FocusVersion>()
            .SelectMany(v =>
                rules
                    .Where(r => r.From <= v && r.Until >= v)
                    .GroupBy(r => (r.Id, r.Column, r is HeaderRule))
                    .Where(g => g.Count() > 1)
            )
            .Select(g => g.Key.ToString())
            .ShouldBeEmpty();
    }

    private static FocusVersion VersionOf(BreakingCase breaking) =>
        breaking.In
        ?? ConformanceCatalogue
            .All.Where(r => r.Id == breaking.RuleId && r.Column == breaking.Column)
            .Max(r => r.Until);

    private static Charge Apart(Charge charge, int row) =>
        charge.With([
            .. charge
                .Values.Where(v => Ties.Contains(v.Value))
                .Select(v => (v.Key, $"{v.Value}#{row}")),
        ]);
}
