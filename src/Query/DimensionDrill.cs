namespace Outlay.Query;

/// <summary>The way down from a cloud to a single charge.</summary>
internal static class DimensionDrill
{
    private const string Default = "ServiceName";

    private static readonly Dictionary<string, string?> Steps = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["HostProviderName"] = "SubAccountName",
        ["ServiceProviderName"] = "SubAccountName",
        ["InvoiceIssuerName"] = "SubAccountName",
        ["BillingAccountName"] = "SubAccountName",
        ["BillingAccountId"] = "SubAccountName",
        ["BillingAccountType"] = "BillingAccountName",
        ["SubAccountType"] = "SubAccountName",
        ["ServiceName"] = "ResourceType",
        ["ServiceSubcategory"] = "ServiceName",
        ["ServiceCategory"] = "ServiceName",
        ["ResourceType"] = "ResourceName",
        ["SkuMeter"] = "ResourceName",
        ["SkuId"] = "ResourceName",
        ["SkuPriceId"] = "ResourceName",
        ["ResourceName"] = "ResourceId",
        ["ResourceId"] = "ChargeDescription",
        ["AllocatedResourceName"] = "ResourceName",
        ["AllocatedResourceId"] = "ResourceName",
        ["CommitmentDiscountCategory"] = "CommitmentDiscountType",
        ["CommitmentDiscountType"] = "CommitmentDiscountName",
        ["CommitmentDiscountStatus"] = "CommitmentDiscountName",
        ["CommitmentDiscountName"] = "ServiceName",
        ["CommitmentDiscountId"] = "ServiceName",
        ["ChargeDescription"] = null,
    };

    public static Dimension? Next(Dimension dimension, CostFilter filter)
    {
        var passed = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { dimension.Key };
        for (var next = Step(dimension.Key); next is not null; next = Step(next))
        {
            if (!passed.Add(next))
            {
                return null;
            }

            if (!IsHeld(next, filter))
            {
                return new Dimension(next);
            }
        }

        return null;
    }

    private static string? Step(string key) =>
        Steps.TryGetValue(key, out var next) ? next : Default;

    /// <summary>A dimension with one value left in every set has nothing more to show.</summary>
    private static bool IsHeld(string key, CostFilter filter) =>
        filter.Sets.Count > 0
        && filter.Sets.All(s =>
            s.Conditions.Any(c =>
                string.Equals(c.Dimension.Key, key, StringComparison.OrdinalIgnoreCase)
                && (
                    c.Operator == FilterOperator.Empty
                    || (c.Operator == FilterOperator.Is && c.Values.Count == 1)
                )
            )
        );
}
