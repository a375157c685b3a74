using Outlay.Ingest.Formats;

namespace Outlay.Connectors.FocusFiles.Repairs;

/// <summary>Oracle's FOCUS reports, which have the columns of 1.0-preview and write 0 for what they do not know.</summary>
internal static class OracleRepairs
{
    public static RepairSet? For(FocusSource source)
    {
        if (!source.HasOwnPrefix("oci_"))
        {
            return null;
        }

        var billed = source.Exact("BilledCost");
        var isUsage = $"{source.Text("ChargeCategory")} = 'Usage'";
        Repair[] all =
        [
            // Billed usage that costs nothing is usage whose amortised cost was left open.
            new(
                "EffectiveCost",
                $"{isUsage} AND {billed} > 0 AND {source.Exact("EffectiveCost")} = 0",
                billed
            ),
            .. ((string[])["ListCost", "ContractedCost"]).Select(c => new Repair(
                c,
                $"{billed} > 0 AND {source.Exact(c)} = 0",
                billed
            )),
            .. ((string[])["ListUnitPrice", "ContractedUnitPrice"]).Select(p => new Repair(
                p,
                $"{billed} > 0 AND {source.Exact(p)} = 0",
                SourceValue.NullOf("DECIMAL(38, 18)")
            )),
            new(
                "PricingCategory",
                $"{source.Text("PricingCategory")} IS NULL AND {source.Text("ChargeCategory")} IN ('Usage', 'Purchase')",
                "'Standard'"
            ),
        ];
        return new RepairSet("oracle-1", [.. all.Where(r => source.Has(r.Column))]);
    }
}
