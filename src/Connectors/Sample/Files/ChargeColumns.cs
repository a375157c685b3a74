using Outlay.Connectors.Sample.Company;
using Outlay.Focus;

namespace Outlay.Connectors.Sample.Files;

/// <summary>The columns of a delivery's files: those of its FOCUS version that the company has a use for, then the provider's own.</summary>
internal static class ChargeColumns
{
    // Conditional features that nothing here has: prices in another currency, capacity reservations, split allocation, contracts.
    private static readonly string[] Unused =
    [
        "PricingCurrency",
        "CapacityReservation",
        "Allocated",
        "ContractApplied",
        "CommitmentProgram",
    ];

    public static IReadOnlyList<string> Of(Delivery delivery) =>
        [
            .. FocusColumns
                .All.Where(c => c.IsIn(delivery.Version))
                .Select(c => c.Name)
                .Where(name =>
                    !Unused.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
                ),
            delivery.ExtraColumn,
        ];
}
