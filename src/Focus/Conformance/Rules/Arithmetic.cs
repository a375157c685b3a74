namespace Outlay.Focus.Conformance.Rules;

/// <summary>Prices and products. Products get a tolerance, because prices are published rounded.</summary>
internal static class Arithmetic
{
    public static IEnumerable<ConformanceRule> All =>
        [
            NotNegative("ListUnitPrice", "ListUnitPrice-C-008-M"),
            NotNegative("ContractedUnitPrice", "ContractedUnitPrice-C-009-C"),
            NotNegative("PricingCurrencyListUnitPrice", "PricingCurrencyListUnitPrice-C-008-M"),
            NotNegative(
                "PricingCurrencyContractedUnitPrice",
                "PricingCurrencyContractedUnitPrice-C-008-C"
            ),
            Product("ListCost-C-009-C", "ListUnitPrice", "ListCost") with
            {
                Until = FocusVersion.V1_2,
                Broken = $"{RuleSql.NotCorrection} AND {Misses("ListUnitPrice", "ListCost")}",
            },
            // 1.3 no longer exempts corrections from the list product.
            Product("ListCost-C-009-C", "ListUnitPrice", "ListCost") with
            {
                From = FocusVersion.V1_3,
            },
            Product("ContractedUnitPrice-C-011-C", "ContractedUnitPrice", "ContractedCost") with
            {
                Broken =
                    $"{RuleSql.NotCorrection} AND {Misses("ContractedUnitPrice", "ContractedCost")}",
            },
        ];

    private static RowRule NotNegative(string column, string id) =>
        new()
        {
            Id = id,
            Column = column,
            Message = $"{column} must not be below zero.",
            Broken = $"{column}_n < 0",
        };

    private static RowRule Product(string id, string price, string cost) =>
        new()
        {
            Id = id,
            Column = cost,
            Message = $"{price} times PricingQuantity must make {cost}, but for rounding.",
            Broken = Misses(price, cost),
            Shows = RuleSql.Show(price, "PricingQuantity", cost),
        };

    private static string Misses(string price, string cost) =>
        RuleSql.ProductDiffers($"{price}_n", "PricingQuantity_n", $"{cost}_n");
}
