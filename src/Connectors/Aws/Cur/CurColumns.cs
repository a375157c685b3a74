using Outlay.Focus;
using Outlay.Ingest.Formats;

namespace Outlay.Connectors.Aws.Cur;

/// <summary>The columns that the mapping reads, by their CUR 2.0 names. The legacy report has the same letters with slashes and capitals.</summary>
internal static class CurColumns
{
    /// <summary>Columns that a CUR 2.0 export can select, with its maps; the others are the legacy report's or come with split costs.</summary>
    public static IEnumerable<string> Selectable =>
        All.Select(c => c.Name)
            .Except(LegacyOnly)
            .Where(c => !c.StartsWith("split_line_item_", StringComparison.Ordinal))
            .Union(["product", "resource_tags", "cost_category", "discount"])
            .Order(StringComparer.Ordinal);

    private static readonly string[] LegacyOnly =
    [
        "product_memory",
        "product_operating_system",
        "product_product_name",
        "product_region",
        "product_servicename",
        "product_storage_class",
        "product_vcpu",
        "tags",
    ];

    public static IReadOnlyList<NativeColumn> All { get; } =
    [
        .. Of(
            FocusType.String,
            "bill_bill_type",
            "bill_billing_entity",
            "bill_invoice_id",
            "bill_invoicing_entity",
            "bill_payer_account_id",
            "bill_payer_account_name",
            "line_item_availability_zone",
            "line_item_currency_code",
            "line_item_legal_entity",
            "line_item_line_item_description",
            "line_item_line_item_type",
            "line_item_operation",
            "line_item_product_code",
            "line_item_resource_id",
            "line_item_tax_type",
            "line_item_usage_account_id",
            "line_item_usage_account_name",
            "line_item_usage_type",
            "pricing_currency",
            "pricing_purchase_option",
            "pricing_rate_code",
            "pricing_term",
            "pricing_unit",
            "product_instance_type",
            "product_location",
            "product_memory",
            "product_operating_system",
            "product_product_name",
            "product_region",
            "product_region_code",
            "product_servicecode",
            "product_servicename",
            "product_sku",
            "product_storage_class",
            "product_vcpu",
            "reservation_reservation_a_r_n",
            "savings_plan_savings_plan_a_r_n",
            "split_line_item_parent_resource_id"
        ),
        .. Of(
            FocusType.DateTime,
            "bill_billing_period_end_date",
            "bill_billing_period_start_date",
            "line_item_usage_end_date",
            "line_item_usage_start_date"
        ),
        .. Of(
            FocusType.Decimal,
            "line_item_net_unblended_cost",
            "line_item_net_unblended_rate",
            "line_item_normalized_usage_amount",
            "line_item_unblended_cost",
            "line_item_unblended_rate",
            "line_item_usage_amount",
            "pricing_public_on_demand_cost",
            "pricing_public_on_demand_rate",
            "reservation_amortized_upfront_fee_for_billing_period",
            "reservation_effective_cost",
            "reservation_net_amortized_upfront_fee_for_billing_period",
            "reservation_net_effective_cost",
            "reservation_net_unused_amortized_upfront_fee_for_billing_period",
            "reservation_net_unused_recurring_fee",
            "reservation_total_reserved_normalized_units",
            "reservation_total_reserved_units",
            "reservation_unused_amortized_upfront_fee_for_billing_period",
            "reservation_unused_normalized_unit_quantity",
            "reservation_unused_quantity",
            "reservation_unused_recurring_fee",
            "savings_plan_net_savings_plan_effective_cost",
            "savings_plan_savings_plan_effective_cost",
            "savings_plan_total_commitment_to_date",
            "savings_plan_used_commitment",
            "split_line_item_split_cost",
            "split_line_item_unused_cost"
        ),
        .. Of(FocusType.KeyValue, "cost_category", "product", "resource_tags", "tags"),
    ];

    private static IEnumerable<NativeColumn> Of(FocusType type, params string[] names) =>
        names.Select(n => new NativeColumn(n, type));
}
