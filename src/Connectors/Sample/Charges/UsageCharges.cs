using System.Globalization;
using Outlay.Connectors.Sample.Files;
using Outlay.Connectors.Sample.Lines;

namespace Outlay.Connectors.Sample.Charges;

/// <summary>Writes metered usage: at the negotiated price, or covered by a commitment.</summary>
internal sealed class UsageCharges(MonthFile month)
{
    private const string Usage = "Usage";

    /// <summary>All charge periods of a line.</summary>
    public void Write(UsageLine line, Demand demand)
    {
        ChargeTemplate? template = null;
        foreach (var slot in month.Slots)
        {
            var quantity = demand.Of(line, slot);
            if (quantity != 0)
            {
                template ??= OnDemand(line);
                Write(line, template, slot, quantity);
            }
        }
    }

    /// <summary>One charge period at the negotiated price.</summary>
    public void Write(UsageLine line, ChargeTemplate template, TimeSlot slot, decimal quantity)
    {
        var cost = line.ContractedPrice * quantity;
        month.Count(line.Account, cost);
        month.File.Write(
            template,
            slot.Start,
            slot.End,
            new()
            {
                Billed = cost,
                Effective = cost,
                Contracted = cost,
                List = line.ListPrice * quantity,
                PricingQuantity = quantity,
                ConsumedQuantity = quantity * line.Product.Block,
            }
        );
    }

    /// <summary>One charge period that a commitment pays for.</summary>
    public void WriteCovered(
        UsageLine line,
        ChargeTemplate template,
        TimeSlot slot,
        decimal quantity,
        decimal units,
        decimal effective
    ) =>
        month.File.Write(
            template,
            slot.Start,
            slot.End,
            new()
            {
                Billed = 0,
                Effective = effective,
                Contracted = line.ContractedPrice * quantity,
                List = line.ListPrice * quantity,
                PricingQuantity = quantity,
                ConsumedQuantity = quantity * line.Product.Block,
                CommitmentQuantity = units,
            }
        );

    public ChargeTemplate OnDemand(UsageLine line) =>
        Template(line, ("PricingCategory", line.Product.Pricing));

    public ChargeTemplate Covered(UsageLine line, Fleet fleet) =>
        Template(
            line,
            ("PricingCategory", "Committed"),
            ("ChargeDescription", $"{line.Product.Meter} covered by {fleet.Plan.Name}"),
            ("CommitmentDiscountId", fleet.Id),
            ("CommitmentDiscountName", fleet.Plan.Name),
            ("CommitmentDiscountCategory", fleet.Plan.Category),
            ("CommitmentDiscountType", fleet.Plan.Type),
            ("CommitmentDiscountStatus", "Used"),
            ("CommitmentDiscountUnit", CommitmentCharges.Unit(fleet, month.Delivery))
        );

    private ChargeTemplate Template(
        UsageLine line,
        params ReadOnlySpan<(string Column, string? Value)> more
    )
    {
        var product = line.Product;
        return month.Template(
            line.Account,
            product.Service,
            [
                ("AvailabilityZone", line.Zone),
                ("ChargeCategory", Usage),
                ("ChargeDescription", product.Description),
                ("ChargeFrequency", "Usage-Based"),
                ("ConsumedUnit", product.ConsumedUnit),
                ("ContractedUnitPrice", Text(line.ContractedPrice)),
                ("ListUnitPrice", Text(line.ListPrice)),
                ("PricingUnit", product.Unit),
                ("RegionId", line.Region.Id),
                ("RegionName", line.Region.Name),
                ("ResourceId", line.ResourceId),
                ("ResourceName", line.ResourceName),
                ("ResourceType", product.ResourceType),
                ("SkuId", line.SkuId),
                ("SkuMeter", product.Meter),
                ("SkuPriceDetails", product.Details.Length == 0 ? null : product.Details),
                ("SkuPriceId", Naming.SkuPrice(product.Cloud, line.SkuId)),
                ("Tags", line.Tags),
                .. more,
            ]
        );
    }

    private static string Text(decimal price) =>
        price.ToString("0.##########", CultureInfo.InvariantCulture);
}
