using CsvHelper;
using Outlay.Optimization.Bill;

namespace Outlay.Optimization.Prices.Lists.Formats;

/// <summary>
/// A CSV file of the AWS Price List, of a service or of Savings Plans: five lines about the file, the header, and a row for each price.
/// </summary>
internal sealed class AwsPriceCsv(CsvReader csv) : PriceCsv(csv)
{
    private const int LinesAbout = 12;

    private bool _isOfPlans;

    public override string Format => _isOfPlans ? "AWS Savings Plans, CSV" : "AWS price list, CSV";

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
                _isOfPlans = reader.GetFieldIndex("DiscountedRate", isTryGet: true) >= 0;
                if (_isOfPlans)
                {
                    MustHave(
                        "Currency",
                        "DiscountedUsageType",
                        "DiscountedOperation",
                        "DiscountedRegionCode",
                        "PurchaseOption",
                        "LeaseContractLength",
                        "Product Family"
                    );
                    return;
                }

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
        _isOfPlans ? OfPlan()
        : Field("TermType") == "Reserved" ? Reserved()
        : OnDemand();

    private ListedPrice? OfPlan() =>
        AwsTerms.Kind(Field("Product Family")) is { } kind
        && AwsTerms.Of(Field("LeaseContractLength"), Field("PurchaseOption"))
            is var (years, payment)
        && Field("DiscountedUsageType") is { } usage
        && AwsUsageTypes.Of(usage, Field("DiscountedOperation")) is var (item, divisor)
        && Amount("DiscountedRate") is > 0 and var amount
            ? new ListedPrice(
                Clouds.Aws,
                Field("DiscountedRegionCode") ?? "",
                PriceItem.Committed(kind, years, payment, item),
                amount / divisor,
                Required("Currency"),
                From: Day(Field("EffectiveDate"))
            )
            : null;

    private ListedPrice? Reserved() =>
        Field("OfferingClass") is null or "standard"
        && AwsTerms.Of(Field("LeaseContractLength"), Field("PurchaseOption"))
            is var (years, payment)
        && AwsUsageTypes.IsShared(Field("Tenancy"))
        && Field("usageType") is { } usage
        && AwsUsageTypes.Of(usage, Field("operation")) is var (item, _)
        && Amount("PricePerUnit") is > 0 and var amount
        && AwsTerms.Hourly(Field("Unit"), payment, years, amount) is { } hour
            ? new ListedPrice(
                Clouds.Aws,
                Field("Region Code") ?? "",
                PriceItem.Committed(DiscountKind.Reserved, years, payment, item),
                hour,
                Required("Currency"),
                From: Day(Field("EffectiveDate"))
            )
            : null;

    private ListedPrice? OnDemand() =>
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
