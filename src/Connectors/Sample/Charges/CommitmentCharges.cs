using System.Globalization;
using Outlay.Connectors.Sample.Company;
using Outlay.Connectors.Sample.Files;
using Outlay.Connectors.Sample.Lines;

namespace Outlay.Connectors.Sample.Charges;

/// <summary>
/// Writes a commitment's purchase, the usage it covers, the usage beyond it, and what nobody used. In each charge period the
/// effective cost of the used and unused parts is exactly the price of the commitment.
/// </summary>
internal sealed class CommitmentCharges(MonthFile month, Fleet fleet, Demand demand)
{
    private const int HoursInYear = 8760;

    private readonly UsageCharges _usage = new(month);
    private readonly decimal[] _rest = new decimal[fleet.Lines.Count];

    /// <summary>The unit a commitment is counted in.</summary>
    public static string Unit(Fleet fleet, Delivery delivery) =>
        fleet.Plan.IsSpend ? delivery.Currency : fleet.Lines[0].Line.Product.Unit;

    public void Write()
    {
        var covered = fleet.Lines.Select(l => _usage.Covered(l.Line, fleet)).ToList();
        var onDemand = fleet.Lines.Select(l => _usage.OnDemand(l.Line)).ToList();
        var unused = Own("Usage", "Usage-Based", ("CommitmentDiscountStatus", "Unused"));
        WriteFixedPurchase();
        var hourly = Own("Purchase", "Recurring");
        foreach (var slot in month.Slots)
        {
            var free = 0m;
            if (fleet.IsActive(slot))
            {
                free = fleet.Plan.Hourly * slot.Hours;
                if (fleet.Plan.Payment == Payment.Hourly)
                {
                    Buy(hourly, slot.Start, slot.End, free);
                }
            }

            free = Cover(covered, slot, free);
            if (free != 0)
            {
                WriteUnused(unused, slot, free);
            }

            for (var i = 0; i < _rest.Length; i++)
            {
                if (_rest[i] != 0)
                {
                    _usage.Write(fleet.Lines[i].Line, onDemand[i], slot, _rest[i]);
                }
            }
        }
    }

    /// <summary>Covers line after line, leaves what is not covered in the rest, and gives the units that are left.</summary>
    private decimal Cover(List<ChargeTemplate> templates, TimeSlot slot, decimal free)
    {
        for (var i = 0; i < _rest.Length; i++)
        {
            var (line, perQuantity) = fleet.Lines[i];
            var wanted = demand.Of(line, slot);
            var quantity =
                wanted * perQuantity <= free
                    ? wanted
                    : decimal.Round(free / perQuantity, 6, MidpointRounding.ToZero);
            _rest[i] = wanted - quantity;
            if (quantity != 0)
            {
                var units = quantity * perQuantity;
                var effective = units * fleet.EffectivePrice;
                _usage.WriteCovered(line, templates[i], slot, quantity, units, effective);
                free -= units;
            }
        }

        return free;
    }

    private void WriteFixedPurchase()
    {
        var first = fleet.FirstDay;
        var isFirstMonth = month.Slots.Any(s => s.DayIndex == first);
        if (fleet.Plan.Payment == Payment.Upfront && isFirstMonth)
        {
            var units = fleet.Plan.Hourly * HoursInYear * fleet.Plan.TermMonths / 12;
            var nextDay = TimeSlot.Text(month.Period.Start.AddDays(1));
            Buy(Own("Purchase", "One-Time"), month.Start, nextDay, units);
        }
        else if (fleet.Plan.Payment == Payment.Monthly && month.Slots.Any(fleet.IsActive))
        {
            var units = fleet.Plan.Hourly * 24 * month.Period.Days.Days;
            Buy(Own("Purchase", "Recurring"), month.Start, month.End, units);
        }
    }

    private void Buy(ChargeTemplate template, byte[] start, byte[] end, decimal units)
    {
        var price = units * fleet.EffectivePrice;
        month.File.Write(
            template,
            start,
            end,
            ChargeAmounts.Plain(price) with
            {
                Effective = 0,
                PricingQuantity = units,
                CommitmentQuantity = units,
            }
        );
    }

    private void WriteUnused(ChargeTemplate template, TimeSlot slot, decimal units) =>
        month.File.Write(
            template,
            slot.Start,
            slot.End,
            ChargeAmounts.Plain(units * fleet.EffectivePrice) with
            {
                Billed = 0,
                PricingQuantity = units,
                CommitmentQuantity = units,
            }
        );

    /// <summary>A row about the commitment itself.</summary>
    private ChargeTemplate Own(
        string category,
        string frequency,
        params ReadOnlySpan<(string Column, string? Value)> more
    )
    {
        var plan = fleet.Plan;
        var sku = Naming.Sku(month.Delivery.Cloud, plan.Key, fleet.Region.Id, fleet.Chance);
        var price = fleet.EffectivePrice.ToString("0.##########", CultureInfo.InvariantCulture);
        var unit = Unit(fleet, month.Delivery);
        return month.Template(
            fleet.Owner,
            plan.Service,
            [
                ("ChargeCategory", category),
                (
                    "ChargeDescription",
                    category == "Usage" ? $"Unused part of {plan.Name}" : plan.Name
                ),
                ("ChargeFrequency", frequency),
                ("CommitmentDiscountId", fleet.Id),
                ("CommitmentDiscountName", plan.Name),
                ("CommitmentDiscountCategory", plan.Category),
                ("CommitmentDiscountType", plan.Type),
                ("CommitmentDiscountUnit", unit),
                ("ContractedUnitPrice", price),
                ("ListUnitPrice", price),
                ("PricingCategory", category == "Usage" ? "Committed" : "Standard"),
                ("PricingUnit", unit),
                ("RegionId", fleet.Region.Id),
                ("RegionName", fleet.Region.Name),
                ("ResourceId", fleet.Id),
                ("ResourceName", plan.Name),
                ("ResourceType", plan.Type),
                ("SkuId", sku),
                ("SkuMeter", plan.Type),
                ("SkuPriceId", Naming.SkuPrice(month.Delivery.Cloud, sku)),
                .. more,
            ]
        );
    }
}
