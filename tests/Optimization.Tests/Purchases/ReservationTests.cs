using CsCheck;
using Outlay.Kernel;
using Outlay.Optimization.Purchases;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Tests.Purchases;

/// <summary>Reservations by number: what can be reserved together, how many pay, and what they save.</summary>
public sealed class ReservationTests
{
    private const string Postgres = "CreateDBInstance:0014";
    private static readonly DateRange Days = new(new(2026, 11, 1), new(2026, 11, 11));

    [Fact]
    public void Sizes_of_a_family_and_standbys_count_by_their_size()
    {
        var choices = Advise(
            Steady("InstanceUsage:db.m6g.large", Postgres, 2, 0.159m),
            Steady("InstanceUsage:db.m6g.2xlarge", Postgres, 1, 0.636m),
            Steady("EUW1-Multi-AZUsage:db.m6g.large", Postgres, 1, 0.318m)
        );

        choices.Select(c => c.Years).ShouldBe([1, 3]);
        var year = choices[0];
        (year.Product, year.Unit, year.Variant, year.Units).ShouldBe(
            ("database", "db.m6g.large", "PostgreSQL", 8)
        );
        year.OnDemandHour.ShouldBe(0.159, 1e-9);
        year.ReservedHour.ShouldBe(0.159 * 0.71, 1e-9);
        year.MonthlySaving.ShouldBe(8 * 0.159 * 0.29 * 730, 1e-6);
        year.Utilisation.ShouldBe(1, 1e-9);
        year.BreakEvenUtilisation.ShouldBe(0.71, 1e-9);
        year.Upfront.ShouldBe(0);
        year.BreakEvenMonths.ShouldBe(0);
    }

    [Fact]
    public void What_is_paid_at_once_comes_back_by_what_it_saves()
    {
        var years = Advise(Steady("InstanceUsage:db.m6g.large", Postgres, 4, 0.159m))[1];
        years.Payment.ShouldBe("PartialUpfront");
        years.Upfront.ShouldBe(4 * 0.159 * 0.49 * 8760 * 3 / 2, 1e-6);
        // On demand 464.28 a month, 113.75 recurring: 4,095 come back in 11.7 months.
        years.BreakEvenMonths!.Value.ShouldBe(
            years.Upfront / (4 * 0.159 * 730 * (1 - 0.49 / 2)),
            1e-6
        );
    }

    [Theory]
    [InlineData("InstanceUsage:db.m6g.large", "CreateDBInstance:0002", "db.m6g.large")]
    [InlineData("InstanceUsage:db.r6g.large", Postgres, "db.r6g.large")]
    [InlineData("InstanceUsage:db.m6g.large", "CreateDBInstance:0005", "db.m6g.large")]
    public void Engines_and_families_are_reserved_apart(string meter, string operation, string unit)
    {
        var choices = Advise(
            Steady("InstanceUsage:db.m6g.large", Postgres, 3, 0.159m),
            Steady(meter, operation, 1, 0.171m)
        );
        choices.Count.ShouldBe(4);
        choices.Where(c => c.Units == 1).Select(c => c.Unit).Distinct().ShouldBe([unit]);
    }

    [Theory]
    [InlineData("$0.159 per RDS db.m6g.large instance hour running PostgreSQL", "PostgreSQL")]
    [InlineData("$0.26 per RDS db.m6g.large instance hour running Aurora MySQL", "Aurora MySQL")]
    [InlineData("db.m6g.large by the hour", "SKU ABC")]
    public void Without_an_operation_the_words_tell_the_engine_else_the_sku_stands_apart(
        string description,
        string variant
    )
    {
        var line = Line("InstanceUsage:db.m6g.large", null) with
        {
            Description = description,
            SkuId = "ABC",
            PricingQuantity = 1,
            ContractedCost = 0.2m,
        };
        Advise(Over(line))[0].Variant.ShouldBe(variant);
    }

    [Fact]
    public void Licences_that_go_by_the_machine_are_reserved_size_by_size() =>
        Advise(
                Steady("BoxUsage:m5.xlarge", "RunInstances:0002", 2, 0.376m),
                Steady("BoxUsage:m5.large", "RunInstances:0002", 2, 0.188m)
            )
            .Where(c => c.Years == 1)
            .Select(c => (c.Unit, c.Units))
            .ShouldBe([("m5.xlarge", 2), ("m5.large", 2)]);

    [Fact]
    public void Other_clouds_reserve_processors_of_a_family()
    {
        var line = new HourLine
        {
            Provider = "Google Cloud",
            Region = "europe-west3",
            Service = "Compute Engine",
            MachineType = "n2-standard-8",
            PricingCategory = "Standard",
            Currency = "USD",
            Hours = 1,
            PricingQuantity = 1,
            ContractedCost = 0.4m,
        };
        var choice = Advise("Google Cloud", [Over(line)], 0)[0];
        (choice.Unit, choice.Units, choice.Variant).ShouldBe(("n2-standard-{n}", 8, ""));
        choice.OnDemandHour.ShouldBe(0.05, 1e-9);
    }

    [Fact]
    public void Use_of_office_hours_is_not_reserved()
    {
        var day = Enumerable.Range(0, 240).Where(h => h % 24 is >= 8 and < 18).ToHashSet();
        Advise(
                "AWS",
                [
                    Steady("NodeUsage:cache.m5.large", null, 1, 0.156m)
                        .Where(l => day.Contains(Hour(l))),
                ],
                0
            )
            .ShouldAllBe(c => c.Years == 3);
        Advise("AWS", [Steady("NodeUsage:cache.m5.large", null, 1, 0.156m)], 0)
            .ShouldContain(c => c.Years == 1);
    }

    [Fact]
    public void What_other_recommendations_take_away_is_not_reserved() =>
        Advise("AWS", [Steady("InstanceUsage:db.m6g.large", Postgres, 10, 0.159m)], 0.4)
            .ShouldAllBe(c => c.Units == 6);

    [Fact]
    public void What_is_committed_spot_or_no_machine_is_left()
    {
        var line = Steady("InstanceUsage:db.m6g.large", Postgres, 1, 0.159m).ToList();
        Advise("AWS", [line.Select(l => l with { PricingCategory = "Committed" })], 0)
            .ShouldBeEmpty();
        Advise("AWS", [Steady("RDS:GP3-Storage", Postgres, 1, 0.1m)], 0).ShouldBeEmpty();
        Advise("AWS", [line.Select(l => l with { Region = null })], 0).ShouldBeEmpty();
    }

    [Fact]
    public void Only_databases_and_caches_that_pay_when_use_falls_are_recommended()
    {
        var choices = Advise(
            Steady("InstanceUsage:db.m6g.large", Postgres, 10, 0.159m),
            Steady("BoxUsage:m5.large", "RunInstances", 10, 0.096m)
        );
        var found = ReservationFindings
            .Of([
                new CommitmentReport
                {
                    Provider = "AWS",
                    Currency = "USD",
                    Reservations = choices,
                },
            ])
            .ShouldHaveSingleItem();
        found.Title.ShouldBe("Reserve 10 × db.m6g.large (PostgreSQL) for a year");
        // A tenth of it idle: 9 units save 29 % of their price, the tenth costs 71 % for nothing.
        found.MonthlySaving.ShouldBe((9m - 10m * 0.71m) * 0.159m * 730, 1e-6m);
        found.Range!.Value.Most.ShouldBe(10m * 0.29m * 0.159m * 730, 1e-6m);
        found.MonthlySaving.ShouldBeLessThan(found.MonthlyCost);
    }

    /// <summary>No other number of units would have cost less, whatever the use.</summary>
    [Fact]
    public void The_number_is_the_best_of_all() =>
        Gen.Double[0, 6]
            .Array[240]
            .Sample(
                running =>
                {
                    var lines = running
                        .Select((many, hour) => (many, hour))
                        .Where(h => h.many > 0)
                        .Select(h =>
                            Line("InstanceUsage:db.m6g.large", Postgres) with
                            {
                                Start = At(h.hour),
                                PricingQuantity = (decimal)h.many,
                                ContractedCost = (decimal)h.many * 0.159m,
                            }
                        );
                    var choice = Advise("AWS", [lines], 0).FirstOrDefault(c => c.Years == 1);
                    var units = choice?.Units ?? 0;
                    var reserved = 0.159 * 0.71;
                    var costs = Enumerable
                        .Range(0, 8)
                        .Select(n => running.Sum(r => n * reserved + Math.Max(0, r - n) * 0.159))
                        .ToList();
                    costs[units].ShouldBeLessThanOrEqualTo(costs.Min() + 1e-6);
                    if (choice is not null)
                    {
                        choice.MonthlySaving.ShouldBe((costs[0] - costs[units]) / 240 * 730, 1e-6);
                    }
                },
                iter: 200
            );

    private static IReadOnlyList<ReservationChoice> Advise(params IEnumerable<HourLine>[] lines) =>
        Advise("AWS", lines, 0);

    private static IReadOnlyList<ReservationChoice> Advise(
        string provider,
        IEnumerable<HourLine>[] lines,
        double takenAway
    )
    {
        var use = new ReservedUse(Days);
        foreach (var line in lines.SelectMany(l => l))
        {
            use.See(line);
        }

        return ReservationAdvisor.Advise(
            use.Of(provider, "USD"),
            _ => takenAway,
            new ListedDiscounts(null)
        );
    }

    private static IEnumerable<HourLine> Steady(
        string meter,
        string? operation,
        int many,
        decimal price
    ) =>
        Over(Line(meter, operation) with { PricingQuantity = many, ContractedCost = many * price });

    private static IEnumerable<HourLine> Over(HourLine line) =>
        Enumerable.Range(0, 240).Select(h => line with { Start = At(h) });

    private static HourLine Line(string meter, string? operation) =>
        new()
        {
            Provider = "AWS",
            Region = "eu-west-1",
            Meter = meter,
            Operation = operation,
            PricingCategory = "Standard",
            Currency = "USD",
            Hours = 1,
        };

    private static DateTime At(int hour) =>
        new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(hour);

    private static int Hour(HourLine line) => (int)(line.Start - At(0)).TotalHours;
}
