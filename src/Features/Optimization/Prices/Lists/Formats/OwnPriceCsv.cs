using CsvHelper;
using Outlay.Kernel;
using Outlay.Optimization.Bill;

namespace Outlay.Optimization.Prices.Lists.Formats;

/// <summary>
/// Outlay's own form: <c>provider,region,item,list_unit_price,contracted_unit_price,currency,valid_from,valid_to</c>. In place of
/// <c>item</c>, <c>usage_type</c> and <c>operation</c> may name a thing of AWS as bills do.
/// </summary>
internal sealed class OwnPriceCsv(CsvReader csv) : PriceCsv(csv)
{
    public override string Format => "Outlay CSV";

    protected override void ReadHead(CsvReader reader)
    {
        reader.ReadHeader();
        MustHave("provider", "region", "currency");
        if (reader.GetFieldIndex("item", isTryGet: true) < 0)
        {
            MustHave("usage_type");
        }

        if (reader.GetFieldIndex("contracted_unit_price", isTryGet: true) < 0)
        {
            MustHave("list_unit_price");
        }
    }

    protected override ListedPrice? ReadRow()
    {
        var provider = Clouds.Of(Required("provider"));
        var net = Amount("contracted_unit_price");
        var amount =
            net
            ?? Amount("list_unit_price")
            ?? throw Wrong("there is neither a list_unit_price nor a contracted_unit_price");
        if (!Currency.TryParse(Required("currency"), out var currency))
        {
            throw Wrong($"'{Field("currency")}' is not a currency code such as USD");
        }

        // A row may give the unit price of something that is only told by its usage type, and of which no rule asks.
        return Thing(provider) is not { } thing
            ? null
            : new ListedPrice(
                provider,
                Field("region") ?? "",
                thing.Item,
                amount / thing.Divisor,
                currency.Code,
                net is not null,
                Valid("valid_from"),
                Valid("valid_to")
            );
    }

    private (string Item, decimal Divisor)? Thing(string provider)
    {
        if (Field("item") is { } item)
        {
            return PriceItem.Unit(item) is not null
                ? (item, 1m)
                : throw Wrong(
                    $"'{item}' is no item such as machine/linux/m5.large or disk/gp3/gib-month"
                );
        }

        var usage = Required("usage_type");
        return provider == Clouds.Aws
            ? AwsUsageTypes.Of(usage, Field("operation"))
            : throw Wrong($"only AWS has usage types; name an item for {provider}");
    }

    private DateOnly? Valid(string column) =>
        Field(column) is not { } text ? null
        : Day(text) is { } day ? day
        : throw Wrong($"{column} '{text}' is not a day such as 2026-11-30");
}
