using Outlay.Inventory;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Tests.Given;

namespace Outlay.Optimization.Tests;

public sealed class RuleRunTests
{
    private static readonly GivenPrices Prices = new GivenPrices()
        .Item("disk/gp2/gib-month", 0.1m)
        .Item("disk/gp3/gib-month", 0.08m);

    private static readonly Inventory.Resources.Disk Disk = GivenDisks.Disk("vol-1", "gp2", 100);

    [Fact]
    public void All_rules_that_find_something_are_named()
    {
        var run = RuleRun.Scans(GivenScan.Context([Disk], Prices));
        run.Problems.ShouldBeEmpty();
        run.Verdicts.Select(v => v.Rule.Id)
            .Order(StringComparer.Ordinal)
            .ShouldBe(["disk-type", "unattached-disk"]);
    }

    [Fact]
    public void Rules_that_people_switched_off_are_not_asked() =>
        RuleRun
            .Scans(
                GivenScan.Context(
                    [Disk],
                    Prices,
                    settings: new RuleSettings { Off = ["unattached-disk"] }
                )
            )
            .Verdicts.ShouldHaveSingleItem()
            .Rule.Id.ShouldBe("disk-type");

    [Fact]
    public void An_empty_scan_says_nothing()
    {
        var run = RuleRun.Scans(GivenScan.Context(Array.Empty<Resource>(), Prices));
        run.Verdicts.ShouldBeEmpty();
        run.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Without_prices_and_bill_no_rule_finds_or_fails()
    {
        var run = RuleRun.Scans(
            GivenScan.Context([Disk, GivenMachines.Machine("m4.large")], new GivenPrices())
        );
        run.Problems.ShouldBeEmpty();
        run.Verdicts.ShouldAllBe(v => v.Verdict is InsufficientData);
    }

    [Fact]
    public void Ids_and_titles_of_rules_are_the_same_nowhere_else()
    {
        var all = RuleBook.All;
        all.Count.ShouldBe(RuleBook.Scanned.Count + RuleBook.Billed.Count + 2);
        all.Select(r => r.Id).ShouldBeUnique();
        all.Select(r => r.Title).ShouldBeUnique();
    }
}
