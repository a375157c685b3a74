namespace Outlay.Connectors.FocusFiles;

/// <summary>
/// The defects that exports of Azure and Oracle Cloud are known for, told by columns that only their exports have. Other files are
/// taken as they are.
/// </summary>
internal static class Repairs
{
    private static readonly string[] AzureColumns =
    [
        "x_BilledCostInUsd",
        "x_BillingExchangeRate",
        "x_BillingProfileId",
        "x_PricingBlockSize",
        "x_SkuMeterId",
        "x_SkuOrderId",
    ];

    public static IReadOnlyList<Repair> Of(FocusSource source)
    {
        if (
            source.Unknown.Any(u => AzureColumns.Contains(u.Name, StringComparer.OrdinalIgnoreCase))
        )
        {
            return [.. Azure(source)];
        }

        return source.Unknown.Any(u => u.Name.Contains("oci_", StringComparison.OrdinalIgnoreCase))
            ? [.. Oracle(source)]
            : [];
    }

    private static IEnumerable<Repair> Azure(FocusSource source)
    {
        var billed = source.Exact("BilledCost");
        var effective = source.Exact("EffectiveCost");
        var contracted = source.Exact("ContractedCost");
        var paid = $"coalesce(nullif({effective}, 0), {billed})";
        if (
            source.Has("EffectiveCost")
            && source.Has("ChargeCategory")
            && source.Has("CommitmentDiscountId")
        )
        {
            // A commitment's purchase is amortised into the usage that it covers; its own row amortises nothing.
            yield return new(
                "EffectiveCostOfPurchase",
                Of(("EffectiveCost", Zero)),
                $"coalesce({source.Text("ChargeCategory")} = 'Purchase' AND {source.Text("CommitmentDiscountId")} <> '' AND {effective} <> 0, false)"
            );
        }

        if (source.Has("ContractedCost"))
        {
            // Zero stands for unknown in rows of marketplaces, reservations and cost allocation.
            yield return new(
                "ContractedCost",
                Of(("ContractedCost", paid), ("ContractedUnitPrice", SourceNull)),
                $"coalesce({contracted} = 0 AND {paid} <> 0, false)"
            );
        }

        if (source.Has("ListCost"))
        {
            yield return new(
                "ListCost",
                Of(
                    ("ListCost", $"coalesce(nullif({contracted}, 0), {paid})"),
                    ("ListUnitPrice", SourceNull)
                ),
                $"coalesce({source.Exact("ListCost")} = 0 AND {paid} <> 0, false)"
            );
        }

        if (source.Has("PricingCategory") && source.Has("CommitmentDiscountStatus"))
        {
            yield return new(
                "PricingCategory",
                Of(("PricingCategory", "'Committed'")),
                $"coalesce({source.Text("CommitmentDiscountStatus")} = 'Used' AND {source.Text("PricingCategory")} = 'Standard', false)"
            );
        }
    }

    private static IEnumerable<Repair> Oracle(FocusSource source)
    {
        if (source.Has("EffectiveCost") && source.Has("ChargeCategory"))
        {
            // The export leaves the column at zero for usage that is billed.
            yield return new(
                "EffectiveCost",
                Of(("EffectiveCost", source.Exact("BilledCost"))),
                $"coalesce({source.Text("ChargeCategory")} = 'Usage' AND {source.Exact("EffectiveCost")} = 0 AND {source.Exact("BilledCost")} > 0, false)"
            );
        }
    }

    private const string Zero = "CAST(0 AS DECIMAL(38, 18))";
    private const string SourceNull = "CAST(NULL AS DECIMAL(38, 18))";

    private static Dictionary<string, string> Of(
        params IEnumerable<(string Column, string Sql)> columns
    ) => columns.ToDictionary(c => c.Column, c => c.Sql, StringComparer.Ordinal);
}
