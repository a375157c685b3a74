using Outlay.Kernel;
using Outlay.Optimization.Prices;
using Outlay.Optimization.Prices.Lists;
using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Tests.Prices.Lists;

/// <summary>Where price lists stand among prices, and how they are kept.</summary>
public sealed class PriceListTests : IDisposable
{
    private const string Head =
        "provider,region,item,list_unit_price,contracted_unit_price,currency,valid_from,valid_to\n";

    private readonly GivenLists _given = new();

    [Fact]
    public async Task A_list_comes_before_the_card_and_after_the_bill()
    {
        (
            await _given.ImportAsync(Head + "AWS,us-east-1,machine/linux/m5.large,0.09,,USD,,\n")
        ).IsOk.ShouldBeTrue();

        var listed = _given.Book().Machine("AWS", "us-east-1", "m5.large").ShouldNotBeNull();
        listed.Amount.ShouldBe(0.09m);
        listed.Source.ShouldBe(PriceSource.PriceList);
        listed.Unit.ShouldBe("hour");
        listed.Note.ShouldBe("price list list of 24 November 2026");
        _given
            .Book(1m, Seen("m5.large", 0.08m))
            .Machine("AWS", "us-east-1", "m5.large")!
            .Source.ShouldBe(PriceSource.Bill);
        _given
            .Book(1m, Seen("m5.xlarge", 0.16m))
            .Machine("AWS", "us-east-1", "m5.large")!
            .Source.ShouldBe(PriceSource.BillDerived);
        _given.Book().Machine("AWS", "us-east-1", "c5.large")!.Source.ShouldBe(PriceSource.List);
    }

    [Fact]
    public async Task The_discount_goes_from_list_prices_and_not_from_contracted_ones()
    {
        await _given.ImportAsync(
            Head
                + "AWS,us-east-1,disk/gp3/gib-month,0.08,,USD,,\nAWS,us-east-1,disk/gp2/gib-month,0.10,0.07,USD,,\n"
        );
        var book = _given.Book(0.9m);
        var list = book.Of("AWS", "us-east-1", "disk/gp3/gib-month")!;
        list.Amount.ShouldBe(0.072m);
        list.Note.ShouldEndWith("less your 10.0 %");
        list.Unit.ShouldBe("GiB-month");
        var net = book.Of("AWS", "us-east-1", "disk/gp2/gib-month")!;
        net.Amount.ShouldBe(0.07m);
        net.Note.ShouldNotContain("less");
    }

    [Fact]
    public async Task Other_sizes_of_a_family_are_scaled_and_say_from_which()
    {
        await _given.ImportAsync(
            Head
                + "AWS,us-east-1,machine/linux/x9.xlarge,0.4,,USD,,\nAWS,us-east-1,database/mysql/db.x9.large,0.3,,USD,,\n"
        );
        var book = _given.Book();
        var machine = book.Machine("AWS", "us-east-1", "x9.4xlarge")!;
        machine.Amount.ShouldBe(1.6m);
        machine.Note.ShouldStartWith("x9.xlarge by size");
        book.Of("AWS", "us-east-1", "database/mysql/db.x9.2xlarge")!.Amount.ShouldBe(1.2m);
        book.Machine("AWS", "us-east-1", "x9.4xlarge", "windows").ShouldBeNull();
    }

    [Fact]
    public async Task A_price_holds_in_its_region_and_days_only_or_everywhere_when_it_names_none()
    {
        await _given.ImportAsync(
            Head
                + "AWS,us-east-1,nat/hour,0.1,,USD,,2026-11-23\n"
                + "AWS,us-east-1,nat/hour,0.2,,USD,2026-11-24,2026-11-24\n"
                + "AWS,us-east-1,nat/hour,0.3,,USD,2026-11-25,\n"
                + "AWS,,nat/gib,0.4,,USD,,\n"
                + "AWS,eu-west-1,nat/gib,0.5,,USD,,\n"
        );
        var book = _given.Book();
        book.Of("AWS", "us-east-1", "nat/hour")!.Amount.ShouldBe(0.2m);
        book.Of("AWS", "us-west-2", "nat/hour")!.Source.ShouldBe(PriceSource.List);
        book.Of("AWS", "us-west-2", "nat/gib")!.Amount.ShouldBe(0.4m);
        book.Of("AWS", "eu-west-1", "nat/gib")!.Amount.ShouldBe(0.5m);
    }

    [Fact]
    public async Task The_newest_list_is_asked_first_and_one_of_the_same_name_takes_its_place()
    {
        const string Row = "AWS,us-east-1,nat/hour,{0},,USD,,\n";
        await ImportAsync("a", "0.1");
        await ImportAsync("b", "0.2");
        Nat().ShouldBe(0.2m);
        await ImportAsync("a", "0.3");
        Nat().ShouldBe(0.3m);
        _given.Lists.All().Select(l => l.Name).ShouldBe(["a", "b"]);
        _given.Lists.Remove("A").IsOk.ShouldBeTrue();
        Nat().ShouldBe(0.2m);
        _given
            .Lists.Remove("a")
            .Problem!.ToString()
            .ShouldBe("There is no price list a. There are: b.");

        async Task ImportAsync(string name, string amount)
        {
            var before = _given.Stamp;
            await _given.ImportAsync(
                Head + Row.Replace("{0}", amount, StringComparison.Ordinal),
                name
            );
            _given.Stamp.ShouldNotBe(before);
        }

        decimal Nat() => _given.Book().Of("AWS", "us-east-1", "nat/hour")!.Amount;
    }

    [Fact]
    public async Task A_file_that_is_wrong_leaves_the_list_of_its_name_as_it_was()
    {
        await _given.ImportAsync(Head + "AWS,us-east-1,nat/hour,0.1,,USD,,\n");
        var wrong = await _given.ImportAsync(
            Head + "AWS,us-east-1,nat/hour,0.2,,USD,,\nAWS,us-east-1,nat/gib,dear,,USD,,\n"
        );
        wrong.Problem!.Message.ShouldBe(
            "list: Row 3: list_unit_price 'dear' is not a number such as 0.0416."
        );
        _given.Book().Of("AWS", "us-east-1", "nat/hour")!.Amount.ShouldBe(0.1m);
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("month,rate\n2026-10,1\n", "It has no column provider; its header is month,rate.")]
    [InlineData("provider,region,currency,item\n", "It has no column list_unit_price")]
    [InlineData("PAR1\u0015\u0004\u0000,\n", "It is no text, and no gzip file either.")]
    [InlineData(Head, "It holds no price that a rule asks for.")]
    [InlineData(
        Head + "AWS,us-east-1,nat/hour,,,USD,,\n",
        "Row 2: there is neither a list_unit_price"
    )]
    [InlineData(
        Head + "AWS,us-east-1,nat/hour,1,,dollars,,\n",
        "Row 2: 'dollars' is not a currency"
    )]
    [InlineData(Head + "AWS,us-east-1,gateways,1,,USD,,\n", "Row 2: 'gateways' is no item")]
    [InlineData(
        Head + "AWS,us-east-1,nat/hour,1,,USD,soon,\n",
        "Row 2: valid_from 'soon' is not a day"
    )]
    [InlineData(
        Head + "AWS,us-east-1,nat/hour,-1,,USD,,\n",
        "Row 2: list_unit_price '-1' is not a number"
    )]
    [InlineData("{\"products\": {\"A\": 5}}", "Line 1: A is no object.")]
    [InlineData("{\n \"Items\": [{\"a\": }]}", "Line 2, column 17: it is not valid JSON.")]
    [InlineData("{\"Items\": [{\"armRegionName\": \"eastus\"", "it is not valid JSON.")]
    [InlineData("{\"costs\": [1, 2]}", "It is JSON, but neither a price list of AWS")]
    [InlineData(
        "\"FormatVersion\",\"v1.0\"\n\"Disclaimer\",\"x\"\n",
        "It has no header that begins with SKU."
    )]
    public async Task A_wrong_file_says_where_and_why(string text, string message)
    {
        var problem = (await _given.ImportAsync(text)).Problem.ShouldNotBeNull();
        problem.Kind.ShouldBe(ProblemKind.Invalid);
        problem.Message.ShouldContain(message);
        _given.Lists.All().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_packed_file_is_unpacked_and_one_that_is_cut_off_is_told()
    {
        var text = Head + "AWS,us-east-1,nat/hour,0.1,,USD,,\n";
        (await _given.ImportAsync(text, "packed", packed: true)).Value.Prices.ShouldBe(1);
        var rows = Enumerable
            .Range(1, 5000)
            .Select(i => $"AWS,us-east-{i},nat/hour,0.{i * 7919 % 10007},,USD,,");
        using var cut = new MemoryStream([
            .. GivenLists.Pack(Head + string.Join('\n', rows)).SkipLast(9000),
        ]);
        (
            await _given.Lists.ImportAsync("cut", cut, TestContext.Current.CancellationToken)
        ).Problem!.Message.ShouldContain("cut off");
        _given.Lists.All().Select(l => l.Name).ShouldBe(["packed"]);
    }

    [Fact]
    public async Task A_list_has_a_name() =>
        (await _given.ImportAsync(Head, " ")).Problem!.Field.ShouldBe("name");

    [Fact]
    public async Task The_card_that_ships_can_be_printed_and_imported_and_changes_no_price()
    {
        var rows = PriceLists.Card().Prepend(PriceLists.Columns).ToList();
        var text = string.Join('\n', rows.Select(r => string.Join(',', r)));
        var list = (await _given.ImportAsync(text)).Value;
        list.Prices.ShouldBe(rows.Count - 1);
        list.Skipped.ShouldBe(0);
        list.Providers.ShouldBe("AWS, Google Cloud, Microsoft");
        var card = PriceBook.Of([], new Given.GivenBills());
        foreach (
            var (provider, region, type) in new[]
            {
                ("AWS", "us-east-1", "m5.4xlarge"),
                ("Microsoft", "eastus", "Standard_D8s_v5"),
                ("Google Cloud", "us-central1", "n2-standard-16"),
            }
        )
        {
            var price = _given.Book().Machine(provider, region, type)!;
            price.Source.ShouldBe(PriceSource.PriceList);
            price.Amount.ShouldBe(card.Machine(provider, region, type)!.Amount);
        }
    }

    public void Dispose() => _given.Dispose();

    private static ObservedPrice Seen(string type, decimal amount) =>
        new("AWS", "us-east-1", $"machine/linux/{type}", "hour", amount, amount, amount, "USD", 10);
}
