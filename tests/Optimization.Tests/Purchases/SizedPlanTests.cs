using CsCheck;
using Outlay.Optimization.Purchases;

namespace Outlay.Optimization.Tests.Purchases;

/// <summary>Half of the hours use 10 an hour on demand, the others 4; the plan takes a fifth off, so that they use 8 and 3.2 of it.</summary>
public sealed class SizedPlanTests
{
    private const double Exact = 1e-6;
    private static readonly DateOnly Start = new(2026, 12, 1);

    [Fact]
    public void As_advised_is_the_size_of_the_advice()
    {
        var sized = Size(SizeBy.Saving);

        sized.Point.Hourly.ShouldBe(3.2);
        sized.Point.MonthlySaving.ShouldBe(584, Exact);
        sized.Point.Coverage.ShouldBe(4.0 / 7, Exact);
        sized.Point.Utilisation.ShouldBe(1, Exact);
        sized.InParts.ShouldBeNull();
        sized.Parts.ShouldHaveSingleItem().Expiry.ShouldBe(new DateOnly(2027, 12, 1));
    }

    [Fact]
    public void A_coverage_is_reached_by_the_smallest_commitment_that_does()
    {
        var sized = Size(SizeBy.Coverage, 80);

        sized.Point.Hourly.ShouldBe(5.76, Exact);
        sized.Point.Coverage.ShouldBe(0.8, Exact);
    }

    [Fact]
    public void An_amount_of_ones_own_may_lose_money()
    {
        var some = Size(SizeBy.Hourly, 5);
        some.Point.MonthlySaving.ShouldBe(91.25, Exact);
        some.FallSaving.ShouldBe(-200.75, Exact);

        // More than any hour uses: all use is covered, and every further dollar is lost.
        var much = Size(SizeBy.Hourly, 10);
        much.Point.MonthlySaving.ShouldBe(730 * (7 - 10), Exact);
        much.Point.Coverage.ShouldBe(1, Exact);
        much.Point.Utilisation.ShouldBe(0.56, Exact);
    }

    [Fact]
    public void Least_regret_stands_between_what_is_best_if_use_stays_and_if_it_falls()
    {
        var sized = Size(SizeBy.Regret);

        sized.Point.Hourly.ShouldBe(2.816, 0.0011);
        sized.Regret.ShouldBe(70.08, 0.3);
        Size(SizeBy.Saving).Regret.ShouldBeGreaterThan(sized.Regret);
        Size(SizeBy.Hourly, 2.56).Regret.ShouldBeGreaterThan(sized.Regret);
    }

    [Fact]
    public void In_parts_the_sure_floor_comes_first_and_the_rest_evenly()
    {
        var sized = Size(SizeBy.Hourly, 5, 4);

        sized.Floor.ShouldBe(2.56, Exact);
        sized
            .Parts.Select(p => Math.Round(p.HourlyCommitment, 6))
            .ShouldBe([3.17, 0.61, 0.61, 0.61]);
        sized
            .Parts.Select(p => p.Start)
            .ShouldBe([Start, new(2027, 3, 1), new(2027, 6, 1), new(2027, 9, 1)]);
        sized.Parts.Sum(p => p.HourlyCommitment).ShouldBe(5, Exact);
        sized.Cliff.Share.ShouldBe(0.634, Exact);
        var parts = sized.InParts.ShouldNotBeNull();
        parts.FallUnused.ShouldBeLessThan(sized.AtOnce.FallUnused);
        parts.Unused.ShouldBeLessThan(sized.AtOnce.Unused);
    }

    [Fact]
    public void The_first_year_is_what_hours_charged_one_by_one_come_to()
    {
        var course = Gen.Double[0.1, 12];
        Gen.Select(course, Gen.Int[0, 2].Select(i => new[] { 1, 4, 12 }[i]))
            .Sample(
                (hourly, parts) =>
                {
                    var sized = SizedPlan.Of(
                        Report,
                        Plan,
                        new(SizeBy.Hourly, hourly, parts),
                        Start
                    );
                    var year = sized.InParts ?? sized.AtOnce;
                    var (saving, unused, fallSaving, fallUnused) = (0.0, 0.0, 0.0, 0.0);
                    for (var month = 0; month < 12; month++)
                    {
                        var held = sized
                            .Parts.Where(p => p.Start <= Start.AddMonths(month))
                            .Sum(p => p.HourlyCommitment);
                        var (s, u) = Charged(held, 1);
                        var (fs, fu) = Charged(held, month < 6 ? 1 : 0.6);
                        (saving, unused) = (saving + s, unused + u);
                        (fallSaving, fallUnused) = (fallSaving + fs, fallUnused + fu);
                    }

                    year.Saving.ShouldBe(saving, 1e-4);
                    year.Unused.ShouldBe(unused, 1e-4);
                    year.FallSaving.ShouldBe(fallSaving, 1e-4);
                    year.FallUnused.ShouldBe(fallUnused, 1e-4);
                },
                iter: 300
            );
    }

    [Theory]
    [InlineData("most", null, null, "size")]
    [InlineData("7", null, null, "size")]
    [InlineData("1", "80", null, "size")]
    [InlineData("coverage", null, null, "amount")]
    [InlineData("coverage", "0", null, "amount")]
    [InlineData("coverage", "101", null, "amount")]
    [InlineData("hourly", "-1", null, "amount")]
    [InlineData("hourly", "NaN", null, "amount")]
    [InlineData("hourly", "ten", null, "amount")]
    [InlineData("hourly", "1", "3", "parts")]
    public void What_makes_no_sense_is_refused(
        string by,
        string? amount,
        string? parts,
        string field
    )
    {
        var read = SizeWish.Read(by, amount, parts);

        read.IsOk.ShouldBeFalse();
        read.Problem.Field.ShouldBe(field);
        read.Problem.Fix.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void Nothing_typed_is_as_advised() =>
        SizeWish.Read(null, null, null).Value.ShouldBe(SizeWish.AsAdvised);

    private static CommitmentReport Report { get; } =
        new()
        {
            Provider = "AWS",
            Currency = "USD",
            Hours = [.. Enumerable.Range(0, 720).Select(h => h % 2 == 0 ? 10.0 : 4.0)],
        };

    private static PlanChoice Plan { get; } =
        new(
            "Compute Savings Plan, 1 year, no upfront",
            1,
            "NoUpfront",
            3.2,
            584,
            500,
            400,
            4.0 / 7,
            1,
            0.1,
            0.8,
            0,
            0.2,
            0,
            [Point(0), Point(1.6), Point(3.2), Point(5.6), Point(8)],
            []
        );

    private static SizedPlan Size(SizeBy by, double amount = 0, int parts = 1) =>
        SizedPlan.Of(Report, Plan, new(by, amount, parts), Start);

    private static PlanPoint Point(double hourly)
    {
        var (saving, unused) = Charged(hourly, 1);
        return new(
            hourly,
            saving,
            (Math.Min(hourly / 0.8, 10) + Math.Min(hourly / 0.8, 4)) / 14,
            hourly > 0 ? 1 - unused / (730 * hourly) : 0
        );
    }

    // A month of hours that alternate, each charged by itself.
    private static (double Saving, double Unused) Charged(double hourly, double use)
    {
        var (saving, unused) = (0.0, 0.0);
        foreach (var onDemand in new[] { 10 * use, 4 * use })
        {
            var used = Math.Min(hourly, onDemand * 0.8);
            saving += 365 * (used / 0.8 - hourly);
            unused += 365 * (hourly - used);
        }

        return (saving, unused);
    }
}
