using Microsoft.Extensions.Logging.Abstractions;
using Outlay.Kernel;
using Outlay.Spend;
using Outlay.Spend.Rates;
using Outlay.State;
using Outlay.Testing;

namespace Outlay.Faces.Tests.Spend;

/// <summary>Rates typed, imported, turned round and crossed.</summary>
public sealed class ExchangeRatesTests : IDisposable
{
    private static readonly Currency Dollar = Currency.Parse("USD");
    private readonly TestFolder _folder = new();
    private readonly ExchangeRates _rates;

    public ExchangeRatesTests()
    {
        var database = new StateDatabase(
            new DataFolder(_folder.File("data")),
            NullLogger<StateDatabase>.Instance
        );
        database.Migrate([new StateModule(typeof(SpendModule).Assembly)]);
        _rates = new ExchangeRates(database);
    }

    [Fact]
    public void The_days_of_the_central_banks_history_are_averaged_by_month()
    {
        var count = _rates.Import(
            new StringReader(
                "Date,USD,JPY,\n2026-10-30,1.1,170,\n2026-10-29,1.3,N/A,\n2026-09-30,1.5,160,\n"
            )
        );

        count.Value.ShouldBe(4);
        _rates
            .All()
            .Single(r => r.Month == new BillingPeriod(2026, 10) && r.Quote == Dollar)
            .Rate.ShouldBe(1.2m);
    }

    [Fact]
    public void A_pair_is_turned_round_and_crossed()
    {
        _rates.Keep("2026-10", "EUR", "USD", "1.25").IsOk.ShouldBeTrue();
        _rates.Keep("2026-10", "EUR", "GBP", "0.8").IsOk.ShouldBeTrue();

        var toDollar = _rates.To(Dollar).ToDictionary(r => r.From.Code, r => r.Rate);

        toDollar["EUR"].ShouldBe(1.25m);
        toDollar["GBP"].ShouldBe(1.5625m);
        _rates
            .To(Currency.Parse("EUR"))
            .ToDictionary(r => r.From.Code, r => r.Rate)["USD"]
            .ShouldBe(0.8m);
    }

    [Fact]
    public void A_new_rate_takes_the_old_ones_place_and_answers_are_made_anew()
    {
        _rates.Keep("2026-10", "EUR", "USD", "1.25");
        var before = _rates.Revision;
        _rates.Keep("2026-10", "EUR", "USD", "1.5");

        _rates.All().ShouldHaveSingleItem().Rate.ShouldBe(1.5m);
        _rates.Revision.ShouldBeGreaterThan(before);
    }

    [Fact]
    public void The_reporting_currency_is_kept()
    {
        _rates.Reporting.ShouldBeNull();
        _rates.Report(Dollar);
        _rates.Reporting.ShouldBe(Dollar);
        _rates.Report(null);
        _rates.Reporting.ShouldBeNull();
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("a,b\n1,2\n", "Its header is a,b.")]
    [InlineData("month,base,quote,rate\n2026-13,EUR,USD,1\n", "Row 2: month '2026-13'")]
    [InlineData("month,base,quote,rate\n2026-10,EUR,DOLLARS,1\n", "Row 2: 'EUR' or 'DOLLARS'")]
    [InlineData("month,base,quote,rate\n2026-10,EUR,USD,-1\n", "Row 2: rate '-1'")]
    [InlineData("Date,USD\n31.10.2026,1.1\n", "Row 2: '31.10.2026'")]
    public void A_wrong_file_names_the_row_and_keeps_nothing(string text, string message)
    {
        _rates
            .Import(new StringReader(text))
            .Problem.ShouldNotBeNull()
            .Message.ShouldContain(message);
        _rates.All().ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();
}
