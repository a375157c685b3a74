using Outlay.Kernel;

namespace Outlay.Web.Formatting;

/// <summary>How a currency is written: its symbol where one is plain to everybody, else its code; and its minor digits.</summary>
internal readonly record struct CurrencyLook(string Prefix, int Digits)
{
    public static CurrencyLook Of(Currency currency) =>
        currency.Code switch
        {
            "USD" => new("$", 2),
            "EUR" => new("€", 2),
            "GBP" => new("£", 2),
            "JPY" => new("¥", 0),
            "INR" => new("₹", 2),
            "KRW" => new("₩", 0),
            "AUD" => new("A$", 2),
            "CAD" => new("CA$", 2),
            "NZD" => new("NZ$", 2),
            "BRL" => new("R$", 2),
            "MXN" => new("MX$", 2),
            "CNY" => new("CN¥", 2),
            "ILS" => new("₪", 2),
            var code => new(code + "\u00a0", 2),
        };
}
