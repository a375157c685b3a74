using Outlay.Focus;
using Outlay.Ingest.Formats;

namespace Outlay.Connectors.Gcp.BillingExport;

/// <summary>The columns that the mapping reads: records as BigQuery has them, and their fields where a table was flattened.</summary>
internal static class BillingExportColumns
{
    public static IReadOnlyList<NativeColumn> All { get; } =
    [
        .. Of(
            FocusType.String,
            "adjustment_info_mode",
            "billing_account_id",
            "consumption_model_id",
            "cost_type",
            "currency",
            "invoice_month",
            "invoice_publisher_type",
            "location_location",
            "location_region",
            "location_zone",
            "price_tier_start_amount",
            "project_id",
            "project_name",
            "resource_global_name",
            "resource_name",
            "seller_name",
            "service_description",
            "service_id",
            "sku_description",
            "sku_id",
            "subscription_instance_id",
            "usage_pricing_unit",
            "usage_unit"
        ),
        .. Of(
            FocusType.Json,
            "adjustment_info",
            "consumption_model",
            "credits",
            "invoice",
            "labels",
            "location",
            "price",
            "project",
            "resource",
            "service",
            "sku",
            "subscription",
            "system_labels",
            "tags",
            "usage"
        ),
        .. Of(FocusType.DateTime, "export_time", "usage_end_time", "usage_start_time"),
        .. Of(
                FocusType.Decimal,
                "cost",
                "cost_at_effective_price_default",
                "cost_at_list",
                "currency_conversion_rate",
                "price_effective_price",
                "price_list_price",
                "usage_amount",
                "usage_amount_in_pricing_units"
            )
            // Google computes with binary numbers, whose decimal text can be long.
            .Select(c => c with { MayRound = true }),
    ];

    private static IEnumerable<NativeColumn> Of(FocusType type, params string[] names) =>
        names.Select(n => new NativeColumn(n, type));
}
