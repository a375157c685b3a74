using System.Globalization;
using Outlay.Kernel;
using Outlay.Web.Formatting;

namespace Outlay.Faces.Tests.Web.Formatting;

public sealed class AmountsTests
{
    private static readonly Currency Usd = Currency.Parse("USD");

    [Theory]
    [InlineData("0", "$0.00")]
    [InlineData("1234.5", "$1,234.50")]
    [InlineData("-25.71", "−$25.71")]
    [InlineData("0.004", "<$0.01")]
    [InlineData("-0.004", ">−$0.01")]
    [InlineData("0.005", "<$0.01")]
    [InlineData("0.01", "$0.01")]
    [InlineData("0.015", "$0.02")]
    [InlineData("10072345.678", "$10,072,345.68")]
    public void Tables_show_two_decimals_and_a_true_minus(string amount, string text) =>
        Amounts.Exact(Number(amount), Usd).ShouldBe(text);

    [Theory]
    [InlineData("999.99", "$999.99")]
    [InlineData("999.996", "$1.00k")]
    [InlineData("1234", "$1.23k")]
    [InlineData("836100", "$836.1k")]
    [InlineData("999960", "$1.00M")]
    [InlineData("10072345", "$10.07M")]
    [InlineData("-13300000", "−$13.30M")]
    [InlineData("2500000000", "$2.50B")]
    public void Indicators_show_few_figures(string amount, string text) =>
        Amounts.Short(Number(amount), Usd).ShouldBe(text);

    [Fact]
    public void Titles_keep_every_digit() =>
        Amounts.Full(1234567.890123456789m, Usd).ShouldBe("1,234,567.890123456789 USD");

    [Theory]
    [InlineData("EUR", "€12.30")]
    [InlineData("JPY", "¥12")]
    [InlineData("CHF", "CHF\u00a012.30")]
    public void Each_currency_is_written_its_own_way(string code, string text) =>
        Amounts.Exact(12.3m, Currency.Parse(code)).ShouldBe(text);

    [Theory]
    [InlineData("0.002", "+0.2%")]
    [InlineData("-0.12", "−12.0%")]
    [InlineData("0.0001", "0.0%")]
    [InlineData("-0.0001", "0.0%")]
    [InlineData("12.5", "+1,250.0%")]
    public void Changes_carry_their_sign(string ratio, string text) =>
        Amounts.Change(Number(ratio)).ShouldBe(text);

    [Fact]
    public void A_change_from_nothing_is_new() => Amounts.Change(null).ShouldBe("new");

    [Theory]
    [InlineData("0.123", "12.3%")]
    [InlineData("0.0001", "<0.1%")]
    [InlineData("0", "0.0%")]
    [InlineData("-0.05", "−5.0%")]
    public void Shares_are_percentages(string ratio, string text) =>
        Amounts.Share(Number(ratio)).ShouldBe(text);

    [Theory]
    [InlineData("400000", "100000", "$400k")]
    [InlineData("1500000", "500000", "$1.5M")]
    [InlineData("0", "0.25", "$0")]
    [InlineData("0.25", "0.25", "$0.25")]
    [InlineData("-100", "100", "−$100")]
    public void Ticks_show_only_the_digits_that_steps_need(string tick, string step, string text) =>
        Amounts.Tick(Number(tick), Number(step), Usd).ShouldBe(text);

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
