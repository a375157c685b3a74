using Outlay.Ingest.Formats;

namespace Outlay.Connectors.FocusFiles.Repairs;

/// <summary>
/// Azure's FOCUS exports, 1.0 to 1.2, where they differ from FOCUS. BilledCost is never touched; EffectiveCost only where a purchase of a
/// commitment has one, because the usage that it covers has it already.
/// </summary>
internal static class AzureRepairs
{
    private const string NoId = "'00000000-0000-0000-0000-000000000000'";

    private static readonly string[] Signs =
    [
        "x_AccountId",
        "x_AmortizationClass",
        "x_BilledCostInUsd",
        "x_BillingExchangeRate",
        "x_BillingProfileId",
        "x_EffectiveCostInUsd",
        "x_InvoiceSectionId",
        "x_PricingBlockSize",
        "x_PricingSubcategory",
        "x_PricingUnitDescription",
        "x_SkuMeterCategory",
        "x_SkuMeterId",
        "x_SkuOrderId",
    ];

    // Texts that hold 0 or an empty id where there is nothing to name.
    private static readonly string[] Ids =
    [
        "AvailabilityZone",
        "CapacityReservationId",
        "CommitmentDiscountId",
        "CommitmentDiscountName",
        "InvoiceId",
        "ResourceId",
        "ResourceName",
        "SkuId",
        "SkuMeter",
        "SkuPriceId",
    ];

    private static readonly (string Cost, IReadOnlyList<string> UnitPrices)[] Prices =
    [
        ("ListCost", ["ListUnitPrice", "PricingCurrencyListUnitPrice"]),
        ("ContractedCost", ["ContractedUnitPrice", "PricingCurrencyContractedUnitPrice"]),
    ];

    public static RepairSet? For(FocusSource source)
    {
        if (!source.HasOwn(Signs))
        {
            return null;
        }

        var row = source.IsOf("^(Microsoft|Azure)");
        Repair[] all =
        [
            .. Commitments(source, row),
            .. Costs(source, row),
            .. Quantities(source, row),
            .. Services(source, row),
            .. Ids.Select(id => new Repair(
                id,
                $"{row} AND {source.Text(id)} IN ('0', {NoId})",
                SourceValue.NullOf("VARCHAR")
            )),
        ];
        return new RepairSet("azure-1", [.. all.Where(r => source.Has(r.Column))])
        {
            MayComeTwice = true,
        };
    }

    private static IEnumerable<Repair> Commitments(FocusSource source, string row)
    {
        var kind = source.Text("ChargeCategory");
        var bought =
            $"{row} AND {kind} = 'Purchase' AND coalesce({source.Text("CommitmentDiscountId")}, {source.Text("CommitmentDiscountType")}) IS NOT NULL";
        yield return new Repair(
            "EffectiveCostOfPurchase",
            "EffectiveCost",
            $"{bought} AND {source.Exact("EffectiveCost")} <> 0",
            "0"
        );
        yield return new Repair(
            "ChargeFrequency",
            $"{bought} AND {source.Text("ChargeFrequency")} = 'Usage-Based'",
            "'Recurring'"
        );
        yield return new Repair(
            "PricingCategory",
            $"{row} AND {kind} = 'Usage' AND {source.Text("CommitmentDiscountStatus")} IN ('Used', 'Unused') AND coalesce({source.Text("PricingCategory")}, 'Standard') = 'Standard'",
            "'Committed'"
        );
    }

    // Nobody is given what is billed: where a charge costs something, a cost of 0 is one that Azure does not know.
    private static IEnumerable<Repair> Costs(FocusSource source, string row)
    {
        var billed = source.Exact("BilledCost");
        var effective = source.Exact("EffectiveCost");
        var cost =
            $"CASE WHEN {source.Text("ChargeCategory")} = 'Purchase' OR coalesce({effective}, 0) = 0 THEN {billed} ELSE {effective} END";
        foreach (var (total, unitPrices) in Prices)
        {
            yield return new Repair(
                total,
                $"{row} AND coalesce({source.Exact(total)}, 0) = 0 AND {cost} <> 0",
                cost
            );
            foreach (var price in unitPrices)
            {
                yield return new Repair(
                    price,
                    $"{row} AND {source.Exact(price)} = 0 AND {cost} <> 0",
                    SourceValue.NullOf("DECIMAL(38, 18)")
                );
            }
        }
    }

    private static IEnumerable<Repair> Quantities(FocusSource source, string row)
    {
        var kind = source.Text("ChargeCategory");
        var consumed = $"{row} AND {kind} <> 'Usage' AND {source.Exact("ConsumedQuantity")} = 0";
        yield return new Repair(
            "ConsumedQuantity",
            consumed,
            SourceValue.NullOf("DECIMAL(38, 18)")
        );
        yield return new Repair(
            "ConsumedUnit",
            $"{consumed} AND {source.Text("ConsumedUnit")} IS NOT NULL",
            SourceValue.NullOf("VARCHAR")
        );
        var committed =
            $"{row} AND {source.Text("CommitmentDiscountId")} IS NULL AND {source.Exact("CommitmentDiscountQuantity")} = 0";
        yield return new Repair(
            "CommitmentDiscountQuantity",
            committed,
            SourceValue.NullOf("DECIMAL(38, 18)")
        );
    }

    // What was bought says itself what it is, by its meter or by the kind of commitment.
    private static IEnumerable<Repair> Services(FocusSource source, string row)
    {
        yield return new Repair(
            "ServiceName",
            $"{row} AND {source.Text("ServiceName")} IS NULL",
            $"coalesce({source.Own("x_SkuMeterCategory")}, {source.Own("x_SkuServiceFamily")}, {source.Text("CommitmentDiscountType")}, 'Azure')"
        );
        yield return new Repair(
            "ServiceCategory",
            $"{row} AND {source.Text("ServiceCategory")} IS NULL",
            "'Other'"
        );
    }
}
