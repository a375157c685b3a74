using Outlay.Optimization.Prices;
using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Tests.Given;

/// <summary>Prices that a test states, in US dollars: machines by type, anything else by item.</summary>
internal sealed class GivenPrices : IPrices
{
    private readonly Dictionary<string, decimal> _amounts = new(StringComparer.Ordinal);

    public GivenPrices Machine(string type, decimal hour, string operatingSystem = "linux") =>
        Item($"machine/{operatingSystem}/{type}", hour);

    public GivenPrices Item(string item, decimal amount)
    {
        _amounts[item] = amount;
        return this;
    }

    public Price? Machine(
        string provider,
        string region,
        string type,
        string operatingSystem = "linux"
    ) => Of(provider, region, $"machine/{operatingSystem}/{type}");

    public Price? Of(string provider, string region, string item) =>
        _amounts.TryGetValue(item, out var amount)
            ? new Price(amount, "USD", "unit", PriceSource.List, "as the test states it")
            : null;
}
