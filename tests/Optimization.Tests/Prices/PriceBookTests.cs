using Outlay.Optimization.Prices;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Tests.Given;

namespace Outlay.Optimization.Tests.Prices;

public sealed class PriceBookTests
{
    private static readonly PriceBook Card = PriceBook.Of([], new GivenBills());

    [Fact]
    public void The_bill_of_the_very_type_comes_first()
    {
        var price = PriceBook
            .Of([Seen("m5.large", 0.08m), Seen("m5.xlarge", 0.15m)], new GivenBills())
            .Machine("AWS", "us-east-1", "m5.large")
            .ShouldNotBeNull();
        price.Amount.ShouldBe(0.08m);
        price.Source.ShouldBe(PriceSource.Bill);
    }

    [Fact]
    public void The_bill_of_another_size_of_the_family_is_scaled()
    {
        var price = PriceBook
            .Of([Seen("m5.large", 0.08m)], new GivenBills { Discount = 0.5m })
            .Machine("AWS", "us-east-1", "m5.4xlarge")
            .ShouldNotBeNull();
        price.Amount.ShouldBe(0.64m);
        price.Source.ShouldBe(PriceSource.BillDerived);
        price.Note.ShouldContain("m5.large");
    }

    [Fact]
    public void Of_two_sizes_the_one_that_was_used_more_is_scaled() =>
        PriceBook
            .Of([Seen("m5.large", 0.08m, 10), Seen("m5.xlarge", 0.2m, 700)], new GivenBills())
            .Machine("AWS", "us-east-1", "m5.2xlarge")!
            .Amount.ShouldBe(0.4m);

    [Fact]
    public void Neither_another_region_nor_another_system_nor_another_family_is_scaled()
    {
        var book = PriceBook.Of([Seen("m5.large", 0.01m)], new GivenBills());
        book.Machine("AWS", "us-east-2", "m5.large")!.Amount.ShouldBe(0.096m);
        book.Machine("AWS", "us-east-1", "m6i.large")!.Amount.ShouldBe(0.096m);
        book.Machine("AWS", "us-east-1", "m5.large", "windows")!.Amount.ShouldBe(0.188m);
    }

    [Fact]
    public void Without_a_bill_the_card_is_at_list_price()
    {
        var price = Card.Machine("AWS", "us-east-1", "m5.xlarge").ShouldNotBeNull();
        price.Amount.ShouldBe(0.192m);
        price.Source.ShouldBe(PriceSource.List);
        price.Note.ShouldContain("2026");
    }

    [Fact]
    public void The_discount_of_the_bill_is_taken_from_the_card()
    {
        var book = PriceBook.Of([], new GivenBills { Discount = 0.9m });
        var machine = book.Machine("AWS", "us-east-1", "m5.xlarge").ShouldNotBeNull();
        machine.Amount.ShouldBe(0.192m * 0.9m);
        machine.Source.ShouldBe(PriceSource.DiscountedList);
        machine.Note.ShouldContain("10.0 %");
        book.Of("AWS", "us-east-1", "disk/gp3/gib-month")!.Amount.ShouldBe(0.072m);
    }

    [Fact]
    public void Windows_adds_its_licence_of_each_processor_but_not_for_types_it_is_not_known_of()
    {
        Card.Machine("AWS", "us-east-1", "m5.2xlarge", "windows")!
            .Amount.ShouldBe(0.384m + 8 * 0.046m);
        Card.Machine("AWS", "us-east-1", "t3.large", "windows")!.Amount.ShouldBe(0.0832m + 0.0276m);
        Card.Machine("Microsoft", "eastus", "Standard_D4s_v5", "windows").ShouldBeNull();
        Card.Machine("AWS", "us-east-1", "m5.large", "rhel").ShouldBeNull();
    }

    [Fact]
    public void Unknown_regions_families_and_items_have_no_price()
    {
        Card.Machine("AWS", "mars-1", "m5.large").ShouldBeNull();
        Card.Machine("AWS", "us-east-1", "p5.48xlarge").ShouldBeNull();
        Card.Machine("AWS", "us-east-1", "m5.metal").ShouldBeNull();
        Card.Machine("Elsewhere", "us-east-1", "m5.large").ShouldBeNull();
        Card.Of("AWS", "mars-1", "disk/gp3/gib-month").ShouldBeNull();
        Card.Of("AWS", "us-east-1", "disk/nothing/gib-month").ShouldBeNull();
    }

    [Fact]
    public void Other_regions_have_their_factor() =>
        Card.Machine("AWS", "eu-central-1", "m5.large")!.Amount.ShouldBe(0.096m * 1.198m);

    [Fact]
    public void Classes_of_databases_go_by_size_from_large() =>
        Card.Of("AWS", "us-east-1", "database/mysql/db.m5.4xlarge")!.Amount.ShouldBe(0.171m * 8);

    [Fact]
    public void Items_of_the_bill_come_before_the_card()
    {
        var book = PriceBook.Of(
            [Seen("m5.large", 1m) with { Item = "disk/gp3/gib-month", Contracted = 0.07m }],
            new GivenBills { Discount = 0.5m }
        );
        book.Of("AWS", "us-east-1", "disk/gp3/gib-month")!.Amount.ShouldBe(0.07m);
    }

    private static ObservedPrice Seen(string type, decimal contracted, decimal hours = 100) =>
        new(
            "AWS",
            "us-east-1",
            $"machine/linux/{type}",
            "hour",
            contracted * 2,
            contracted,
            contracted / 2,
            "USD",
            hours
        );
}
