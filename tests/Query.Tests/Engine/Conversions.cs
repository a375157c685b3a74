using Outlay.Kernel;
using Outlay.Testing;

namespace Outlay.Query.Tests.Engine;

/// <summary>Amounts in another currency are converted by the average rate of their month, and without one stand apart.</summary>
public sealed class Conversions
{
    private static readonly Currency Euro = Currency.Parse("EUR");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_month_has_its_own_rate_and_a_missing_one_leaves_its_amounts_apart(
        bool charges
    )
    {
        using var lake = new LakeBuilder();
        Publish(lake, "aws", "2026-08", "USD", "10");
        Publish(lake, "aws", "2026-09", "USD", "100.000000000000000001");
        Publish(lake, "aws", "2026-10", "USD", "-7.5");
        Publish(lake, "azure", "2026-10", "EUR", "3");
        using var engine = new TestEngine(
            lake,
            o => o.ForceCharges = charges,
            new Rates(("USD", "2026-09", 0.9m), ("USD", "2026-10", 0.8m), ("GBP", "2026-10", 2m))
        );

        var table = await engine.RunAsync(Query(Conversion.MonthAverage));

        var total = table.Totals.ShouldHaveSingleItem();
        total.Currency.ShouldBe(Euro);
        total.Cost.ShouldBe(90m - 6m + 3m, 0.0000001m);
        var apart = table.OtherCurrencies.ShouldHaveSingleItem();
        apart.Currency.Code.ShouldBe("USD");
        apart.Cost.ShouldBe(10m);
        table.Rows.Sum(r => r.Cost).ShouldBe(total.Cost);
    }

    [Fact]
    public async Task Without_it_currencies_stand_apart_as_ever()
    {
        using var lake = new LakeBuilder();
        Publish(lake, "aws", "2026-10", "USD", "10");
        Publish(lake, "azure", "2026-10", "EUR", "3");
        using var engine = new TestEngine(lake, rates: new Rates(("USD", "2026-10", 0.5m)));

        var table = await engine.RunAsync(Query(Conversion.None));

        table.Totals.ShouldHaveSingleItem().Cost.ShouldBe(3m);
        table.OtherCurrencies.ShouldHaveSingleItem().Cost.ShouldBe(10m);
    }

    [Fact]
    public async Task A_number_leads_to_the_charges_that_make_it()
    {
        using var lake = new LakeBuilder();
        Publish(lake, "aws", "2026-09", "USD", "10");
        Publish(lake, "aws", "2026-10", "USD", "20");
        Publish(lake, "azure", "2026-10", "EUR", "3");
        using var engine = new TestEngine(lake, rates: new Rates(("USD", "2026-10", 0.5m)));

        var page = await engine.Engine.ChargesAsync(
            new(Query(Conversion.MonthAverage), 0, 10),
            TestContext.Current.CancellationToken
        );

        page.Value.Sums.ShouldHaveSingleItem().Cost.ShouldBe(13m);
        page.Value.Rows.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_filter_on_the_billing_currency_means_the_bill()
    {
        using var lake = new LakeBuilder();
        Publish(lake, "aws", "2026-10", "USD", "20");
        Publish(lake, "azure", "2026-10", "EUR", "3");
        using var engine = new TestEngine(lake, rates: new Rates(("USD", "2026-10", 0.5m)));
        var filter = CostQueryUrl.Parse("filter=BillingCurrency=USD").Value.Filter;

        var table = await engine.RunAsync(Query(Conversion.MonthAverage) with { Filter = filter });

        table.Totals.ShouldHaveSingleItem().Cost.ShouldBe(10m);
    }

    [Fact]
    public async Task The_largest_amounts_lose_no_digit()
    {
        using var lake = new LakeBuilder();
        Publish(lake, "aws", "2026-10", "USD", "99999999999.123456789012345678");
        using var engine = new TestEngine(lake, rates: new Rates(("USD", "2026-10", 2m)));

        var table = await engine.RunAsync(Query(Conversion.MonthAverage));

        table.Totals.ShouldHaveSingleItem().Cost.ShouldBe(199999999998.2469135780m, 0.0000000001m);
    }

    [Fact]
    public void A_conversion_without_a_currency_is_refused() =>
        CostQueryUrl
            .Parse("convert=month-average")
            .Problem.ShouldNotBeNull()
            .Field.ShouldBe("convert");

    private static CostQuery Query(Conversion conversion) =>
        new()
        {
            Period = Period.Of(DateRange.Inclusive(new(2026, 8, 1), new(2026, 10, 31))),
            Grain = TimeGrain.Month,
            Currency = Euro,
            Convert = conversion,
            GroupBy = [Dimensions.Read("ServiceName").Value],
        };

    private static void Publish(
        LakeBuilder lake,
        string connection,
        string month,
        string currency,
        string cost
    ) =>
        lake.Publish(
            connection,
            month,
            [LakeBuilder.Charge($"{month}-03T04:00:00", cost, ("BillingCurrency", currency))]
        );

    private sealed class Rates(params (string From, string Month, decimal Rate)[] rates)
        : IExchangeRates
    {
        public long Revision => 1;

        public IReadOnlyList<MonthRate> To(Currency currency) =>
            [
                .. rates.Select(r => new MonthRate(
                    Currency.Parse(r.From),
                    BillingPeriod.Parse(r.Month),
                    r.Rate
                )),
            ];
    }
}
