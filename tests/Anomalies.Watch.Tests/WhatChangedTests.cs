using System.Text;
using Outlay.Anomalies.Changes;
using Outlay.Ingest;
using Outlay.Kernel;
using Outlay.Query;
using Outlay.Testing;

namespace Outlay.Anomalies.Watch.Tests;

/// <summary>What changed between two months of a real lake, explained by causes and led back to its charges.</summary>
public sealed class WhatChangedTests : IDisposable
{
    private const string Head =
        "BillingAccountId,BillingCurrency,BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ChargeClass,ChargeFrequency,CommitmentDiscountId,CommitmentDiscountCategory,CommitmentDiscountType,CommitmentDiscountStatus,ServiceName,SkuId,SubAccountId,RegionId,PricingUnit,PricingQuantity,ListCost,ContractedCost,EffectiveCost,BilledCost,ProviderName\n";

    private static readonly CostQuery Question = new()
    {
        Period = Period.Of(new DateRange(new(2026, 10, 1), new(2026, 11, 1))),
        Compare = Comparison.Prior,
        GroupBy = [new("ServiceName")],
    };

    private readonly OutlayWorld _world = new(services => services.AddAnomalies());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task Each_cause_has_its_part_and_the_parts_add_up()
    {
        await LoadAsync();

        var report = await AskAsync(Question);

        report.PriorRange.ToString().ShouldBe("2026-09-01..2026-09-30");
        var change = report.Currencies.ShouldHaveSingleItem();
        (change.Whole.Before, change.Whole.After).ShouldBe((230.1m, 375.2m));
        change.Whole.Parts.Total.ShouldBe(change.Whole.Difference);
        ChangeCause
            .All.Where(c => c.Of(change.Whole.Parts) != 0)
            .Select(c => $"{c.Key} {c.Of(change.Whole.Parts):0.####}")
            .ShouldBe([
                "new 40",
                "gone -20.1",
                "usage 100",
                "listPrice 20",
                "commitment 2.7",
                "credits -5",
                "tax 7",
                "oneOff 0.5",
            ]);
    }

    [Fact]
    public async Task Groups_add_up_to_the_whole_cause_by_cause()
    {
        await LoadAsync();

        var change = (await AskAsync(Question)).Currencies.Single();

        change.Groups[0].Keys.ShouldBe(["Compute"]);
        change.Groups.Sum(g => g.Before).ShouldBe(change.Whole.Before);
        change.Groups.Sum(g => g.After).ShouldBe(change.Whole.After);
        foreach (var cause in ChangeCause.All)
        {
            change.Groups.Sum(g => cause.Of(g.Parts)).ShouldBe(cause.Of(change.Whole.Parts));
        }
    }

    [Fact]
    public async Task Every_SKU_leads_to_exactly_its_charges_in_both_periods()
    {
        await LoadAsync();
        var report = await AskAsync(Question);
        var engine = _world.Get<IQueryEngine>();

        foreach (var sku in report.Currencies.Single().Skus)
        {
            var after = await engine.ChargesAsync(new(sku.Charges!), Token);
            var before = await engine.ChargesAsync(
                new(sku.Charges! with { Period = Period.Of(report.PriorRange) }),
                Token
            );
            after.Value.Sums.Sum(s => s.Cost).ShouldBe(sku.After.EffectiveCost, sku.ToString());
            before.Value.Sums.Sum(s => s.Cost).ShouldBe(sku.Before.EffectiveCost, sku.ToString());
        }
    }

    [Fact]
    public async Task A_split_by_what_says_the_kind_of_charge_still_leads_to_the_charges()
    {
        await LoadAsync();
        var report = await AskAsync(
            Question with
            {
                GroupBy = [new("CommitmentDiscountStatus"), new("ChargeCategory")],
            }
        );

        var change = report.Currencies.Single();
        change.Whole.Difference.ShouldBe(145.1m);
        foreach (var sku in change.Skus)
        {
            var after = await _world.Get<IQueryEngine>().ChargesAsync(new(sku.Charges!), Token);
            after.Value.Sums.Sum(s => s.Cost).ShouldBe(sku.After.EffectiveCost, sku.ToString());
        }
    }

    [Fact]
    public async Task A_question_without_a_comparison_means_the_period_before()
    {
        await LoadAsync();

        (await AskAsync(Question with { Compare = Comparison.None })).PriorRange.ShouldBe(
            (await AskAsync(Question)).PriorRange
        );
    }

    // A VM that is used more, dearer in public, of which a plan covers some; a disk gone, a queue new; and what is no use.
    private async Task LoadAsync()
    {
        await LoadAsync(
            "2026-09",
            "Usage,,Usage-Based,,,,,Compute,vm,a1,eu,Hours,100,100,100,100,100",
            "Usage,,Usage-Based,p1,Spend,Plan,Used,Compute,vm,a1,eu,Hours,100,100,100,80,0",
            "Usage,,Usage-Based,p1,Spend,Plan,Unused,Compute,vm,a1,eu,Hours,,0,0,10,0",
            "Usage,,Usage-Based,,,,,Storage,disk,a1,eu,GB,10,20.1,20.1,20.1,20.1",
            "Tax,,Usage-Based,,,,,,,a1,,,,20,20,20,20"
        );
        await LoadAsync(
            "2026-10",
            "Usage,,Usage-Based,,,,,Compute,vm,a1,eu,Hours,200,220,220,220,220",
            "Usage,,Usage-Based,p1,Spend,Plan,Used,Compute,vm,a1,eu,Hours,100,100,100,81,0",
            "Usage,,Usage-Based,p1,Spend,Plan,Unused,Compute,vm,a1,eu,Hours,,0,0,11.7,0",
            "Usage,,Usage-Based,,,,,Queue,q,a1,eu,Calls,1,40,40,40,40",
            "Usage,Correction,Usage-Based,,,,,Compute,vm,a1,eu,Hours,,0.5,0.5,0.5,0.5",
            "Credit,,One-Time,,,,,Compute,vm,a1,eu,,,-5,-5,-5,-5",
            "Tax,,Usage-Based,,,,,,,a1,,,,27,27,27,27",
            "Purchase,,One-Time,p1,Spend,Plan,,Compute,plan,a1,,,,0,0,0,500"
        );
    }

    private async Task LoadAsync(string month, params string[] charges)
    {
        var period = BillingPeriod.Parse(month);
        var text = new StringBuilder(Head);
        foreach (var charge in charges)
        {
            text.Append(
                System.Globalization.CultureInfo.InvariantCulture,
                $"1,USD,{period.Start:yyyy-MM-dd}T00:00:00Z,{period.End:yyyy-MM-dd}T00:00:00Z,{month}-05T00:00:00Z,{month}-06T00:00:00Z,{charge},AWS\n"
            );
        }

        var run = await _world.ImportAsync(
            new ImportRequest
            {
                Paths = [_world.Files.Write($"{month}.csv", text.ToString())],
                Connection = "aws",
            },
            Token
        );
        run.State.ShouldBe(ImportState.Succeeded, run.Message);
    }

    private async Task<ChangeReport> AskAsync(CostQuery query) =>
        (await _world.Get<ChangeQueries>().ReadAsync(query, Token)).Value;
}
