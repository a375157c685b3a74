using Outlay.Optimization.Bill;
using Outlay.Optimization.Prices;
using Outlay.Optimization.Rules.Billed;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Analysis;

/// <summary>Prices of machines that the bill shows: on-demand use of a type in a region, with and without discounts.</summary>
internal sealed class ObservedPrices
{
    private const string AwsBox = "BoxUsage:";

    private readonly Dictionary<
        (string Provider, string Region, string Item, string Currency),
        Sums
    > _sums = [];

    public void See(BillLine line)
    {
        if (
            line
                is {
                    ChargeCategory: "Usage",
                    PricingCategory: "Standard",
                    CommitmentId: null,
                    Region: { } region,
                    PricingQuantity: > 0
                }
            && line.ContractedCost > 0
            && IsHours(line.PricingUnit)
            && Type(line) is { } type
        )
        {
            var key = (
                line.Provider,
                region,
                $"machine/{OperatingSystem(line)}/{type}",
                line.Currency
            );
            var sums = _sums.GetValueOrDefault(key);
            _sums[key] = new Sums(
                sums.Quantity + line.PricingQuantity,
                sums.List + line.ListCost,
                sums.Contracted + line.ContractedCost,
                sums.Effective + line.EffectiveCost
            );
        }
    }

    public IReadOnlyList<ObservedPrice> All() =>
        [
            .. _sums
                .OrderBy(s => s.Key.Item, StringComparer.Ordinal)
                .Select(s => new ObservedPrice(
                    s.Key.Provider,
                    s.Key.Region,
                    s.Key.Item,
                    "hour",
                    s.Value.List / s.Value.Quantity,
                    s.Value.Contracted / s.Value.Quantity,
                    s.Value.Effective / s.Value.Quantity,
                    s.Key.Currency,
                    s.Value.Quantity
                )),
        ];

    private static bool IsHours(string? unit) =>
        unit is not null
        && unit.StartsWith("H", StringComparison.OrdinalIgnoreCase)
        && (
            unit.StartsWith("Hour", StringComparison.OrdinalIgnoreCase)
            || unit.StartsWith("Hr", StringComparison.OrdinalIgnoreCase)
        );

    // A usage type is "BoxUsage:m5.large", outside us-east-1 with the region's short name before it.
    private static string? Type(BillLine line) =>
        line.After(AwsBox)
        ?? (line.Service is "Virtual Machines" or "Compute Engine" ? line.MachineType : null);

    // AWS tells the licence by the operation: RunInstances, then a colon and a code when it is not plain Linux.
    private static string OperatingSystem(BillLine line) =>
        AwsOperations.System(line.Operation)
        ?? (
            line.Operation is null
            && line.Description?.Contains("Windows", StringComparison.OrdinalIgnoreCase) == true
                ? "windows"
                : "linux"
        );

    private readonly record struct Sums(
        decimal Quantity,
        decimal List,
        decimal Contracted,
        decimal Effective
    );
}
