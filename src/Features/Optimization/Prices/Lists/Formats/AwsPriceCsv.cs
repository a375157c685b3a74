using CsvHelper;
using Outlay.Optimization.Bill;

namespace Outlay.Optimization.Prices.Lists.Formats;

/// <summary>A CSV file of the AWS Price List: five lines about the file, the header, and a row for each price.</summary>
internal sealed class AwsPriceCsv(CsvReader csv) : PriceCsv(csv)
{
    private const int LinesAbout = 12;

    public override string Format => "AWS price list, CSV";

    protected override void ReadHead(CsvReader reader)
    {
        for (var line = 0; line < LinesAbout; line++)
        {
            if (reader.Parser.Record is ["Publication Date", var day, ..])
            {
                AsOf = Day(day);
            }
            else if (reader.Parser.Record is ["SKU", ..])
            {
                reader.ReadHeader();
                MustHave(
                    "TermType",
                    "PricePerUnit",
                    "Currency",
                    "StartingRange",
                    "usageType",
                    "operation",
                    "Region Code"
                );
                return;
            }

            if (!reader.Read())
            {
                break;
            }
        }

        throw new PriceFileException("It has no header that begins with SKU.");
    }

    protected override ListedPrice? ReadRow() =>
        Field("TermType") == "OnDemand"
        && Field("StartingRange") is null or "0"
        && AwsUsageTypes.IsShared(Field("Tenancy"))
        && Field("usageType") is { } usage
        && AwsUsageTypes.Of(usage, Field("operation")) is var (item, divisor)
        && Amount("PricePerUnit") is > 0 and var amount
            ? new ListedPrice(
                Clouds.Aws,
                Field("Region Code") ?? "",
                item,
                amount / divisor,
                Required("Currency"),
                From: Day(Field("EffectiveDate"))
            )
            : null;
}
