using CsCheck;
using Outlay.Optimization.Netting;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Tests.Given;

namespace Outlay.Optimization.Tests.Netting;

public sealed class SavingNettingTests
{
    private static readonly string[] Kinds = ["life", "hours", "size", "storage-class", "purchase"];

    // Amounts are in eighths, so that products of a few of them are exact in decimal.
    private static readonly Gen<Recommendation[]> Some = Gen.Select(
            Gen.Int[0, 2],
            Gen.Int[0, 4],
            Gen.Int[1, 80],
            Gen.Int[1, 8]
        )
        .Select(
            (resource, kind, cost, eighths) =>
                (Resource: resource, Kind: Kinds[kind], Cost: 8m * cost, Share: eighths / 8m)
        )
        .Array[1, 9]
        .Select(all =>
            all.Select(
                    (r, i) =>
                        GivenRecommendations.Of(
                            $"rule-{i}",
                            r.Kind,
                            r.Cost,
                            r.Cost * r.Share,
                            $"arn:{r.Resource}"
                        )
                )
                .ToArray()
        );

    [Fact]
    public void Schedule_then_size_then_purchase_each_count_on_what_is_left()
    {
        const decimal Cost = 560.64m;
        var result = SavingNetting.Select([
            GivenRecommendations.Of("buy", "purchase", Cost, Cost * 0.28m),
            GivenRecommendations.Of("resize", "size", Cost, 280.32m),
            GivenRecommendations.Of("schedule", "hours", Cost, 280.32m),
        ]);
        Net(result, "schedule").ShouldBe(280.32m);
        Net(result, "resize").ShouldBe(140.16m);
        Net(result, "buy").ShouldBe(39.2448m);
        result.Net.ShouldBe(459.7248m);
        result.Gross.ShouldBe(717.6192m);
    }

    [Fact]
    public void Of_two_sizes_only_the_one_that_saves_more_counts_and_the_other_says_why()
    {
        var result = SavingNetting.Select([
            GivenRecommendations.Of("smaller", "size", 100, 30),
            GivenRecommendations.Of("arm", "size", 100, 40),
        ]);
        result.Net.ShouldBe(40);
        Net(result, "smaller").ShouldBe(0);
        result
            .Items.Single(i => i.Recommendation.Rule == "smaller")
            .Reason.ShouldNotBeNull()
            .ShouldContain("Do arm");
    }

    [Fact]
    public void Ending_a_resource_excludes_all_else_when_it_saves_more()
    {
        var result = SavingNetting.Select([
            GivenRecommendations.Of("end", "life", 100, 100),
            GivenRecommendations.Of("size", "size", 100, 50),
            GivenRecommendations.Of("hours", "hours", 100, 50),
        ]);
        result.Net.ShouldBe(100);
        Net(result, "end").ShouldBe(100);
    }

    [Fact]
    public void Ending_what_costs_little_does_not_hide_a_larger_saving()
    {
        var result = SavingNetting.Select([
            GivenRecommendations.Of("end", "life", 10, 10),
            GivenRecommendations.Of("size", "size", 100, 50),
        ]);
        result.Net.ShouldBe(50);
        Net(result, "end").ShouldBe(0);
    }

    [Fact]
    public void A_part_that_is_saved_whole_does_not_hide_the_saving_of_the_rest() =>
        SavingNetting
            .Select([
                GivenRecommendations.Of("part", "hours", 50, 50),
                GivenRecommendations.Of("size", "size", 1000, 500),
            ])
            .Net.ShouldBe(500);

    [Fact]
    public void What_costs_more_than_it_saves_does_not_count()
    {
        var result = SavingNetting.Select([GivenRecommendations.Of("worse", "size", 100, -5)]);
        result.Net.ShouldBe(0);
        result.Items.ShouldHaveSingleItem().Reason.ShouldNotBeNull();
    }

    [Fact]
    public void Two_recommendations_of_the_same_key_count_once()
    {
        var result = SavingNetting.Select([
            GivenRecommendations.Of("warm", "size", 100, 20),
            GivenRecommendations.Of("warm", "size", 100, 30),
        ]);
        result.Net.ShouldBe(30);
        result.Gross.ShouldBe(50);
    }

    [Fact]
    public void What_the_bill_and_the_scan_name_differently_is_one_resource()
    {
        var scanned = GivenRecommendations.Of("scan", "size", 100, 40);
        var result = SavingNetting.Select([
            scanned with
            {
                Subject = scanned.Subject with { BillId = "i-1" },
            },
            GivenRecommendations.Of("bill", "size", 100, 30, "i-1"),
        ]);
        result.Net.ShouldBe(40);
    }

    [Fact]
    public void Every_recommendation_has_its_item_and_none_counts_more_than_it_saves() =>
        Some.Sample(all =>
        {
            var result = SavingNetting.Select(all);
            result
                .Items.Select(i => i.Recommendation.Key)
                .Order(StringComparer.Ordinal)
                .ShouldBe(all.Select(r => r.Key).Order(StringComparer.Ordinal));
            result.Items.ShouldAllBe(i =>
                i.NetSaving >= 0 && i.NetSaving <= i.Recommendation.MonthlySaving
            );
            result.Net.ShouldBeLessThanOrEqualTo(result.Gross);
        });

    [Fact]
    public void No_resource_saves_more_than_its_largest_cost() =>
        Some.Sample(all =>
        {
            foreach (
                var one in SavingNetting
                    .Select(all)
                    .Items.GroupBy(i => i.Recommendation.Subject.Name, StringComparer.Ordinal)
            )
            {
                one.Sum(i => i.NetSaving)
                    .ShouldBeLessThanOrEqualTo(one.Max(i => i.Recommendation.MonthlyCost));
            }
        });

    [Fact]
    public void The_order_of_the_input_does_not_matter() =>
        Gen.Select(Some, Gen.Int)
            .Sample(
                (all, seed) =>
                {
                    var shuffled = all.OrderBy(r => HashOf(r.Rule, seed)).ToArray();
                    Told(SavingNetting.Select(shuffled)).ShouldBe(Told(SavingNetting.Select(all)));
                }
            );

    [Fact]
    public void One_more_recommendation_never_lowers_the_net() =>
        Some.Sample(all =>
            SavingNetting
                .Select(all)
                .Net.ShouldBeGreaterThanOrEqualTo(SavingNetting.Select(all[..^1]).Net)
        );

    private static decimal Net(NetResult result, string rule) =>
        result.Items.Single(i => i.Recommendation.Rule == rule).NetSaving;

    private static IEnumerable<string> Told(NetResult result) =>
        result
            .Items.Select(i => FormattableString.Invariant($"{i.Recommendation.Key}={i.NetSaving}"))
            .Order(StringComparer.Ordinal);

    private static int HashOf(string text, int seed) =>
        text.Aggregate(seed, (hash, c) => unchecked(hash * 31 + c * 7919));
}
