using System.Globalization;
using System.Text;
using Outlay.Ingest;
using Outlay.Kernel;

namespace Outlay.Testing;

/// <summary>Loads bills of a service that cost so much each day.</summary>
public static class DailyBills
{
    /// <summary>Loads a cost a day; each service is a connection of its own.</summary>
    /// <param name="world">Where to.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    /// <param name="cost">Cost of a day.</param>
    /// <param name="service">Name of the service.</param>
    /// <param name="region">Region of the charges.</param>
    /// <param name="quantity">Quantity of a day; null for none.</param>
    /// <param name="resource">Resource of the charges; empty for none.</param>
    public static async Task LoadAsync(
        this OutlayWorld world,
        string from,
        string to,
        Func<DateOnly, decimal> cost,
        string service = "Compute",
        string region = "eu-west-1",
        Func<DateOnly, decimal>? quantity = null,
        string resource = ""
    )
    {
        var connection = $"{service} {region} {resource}".TrimEnd();
        var (sku, unit) = quantity is null ? ("", "") : ($"{service} unit", "Units");
        foreach (var month in Days(from, to).GroupBy(d => BillingPeriod.Of(d)).OrderBy(g => g.Key))
        {
            var text = new StringBuilder(
                "BillingAccountId,BillingCurrency,BillingPeriodStart,BillingPeriodEnd,ChargeCategory,ChargeFrequency,ChargePeriodStart,ChargePeriodEnd,BilledCost,EffectiveCost,ServiceName,ProviderName,SubAccountName,RegionName,ResourceId,SkuMeter,PricingUnit,PricingQuantity,ListCost,ContractedCost\n"
            );
            foreach (var day in month)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"1,USD,{month.Key.Start:yyyy-MM-dd}T00:00:00Z,{month.Key.End:yyyy-MM-dd}T00:00:00Z,Usage,Usage-Based,{day:yyyy-MM-dd}T00:00:00Z,{day.AddDays(1):yyyy-MM-dd}T00:00:00Z,{cost(day)},{cost(day)},{service},AWS,shop,{region},{resource},{sku},{unit},{quantity?.Invoke(day)},{cost(day)},{cost(day)}\n"
                );
            }

            var run = await world.ImportAsync(
                new ImportRequest
                {
                    Paths = [world.Files.Write($"{connection}-{month.Key}.csv", text.ToString())],
                    Connection = connection,
                }
            );
            if (run.State != ImportState.Succeeded)
            {
                throw new InvalidOperationException(run.Message);
            }
        }
    }

    private static IEnumerable<DateOnly> Days(string from, string to)
    {
        var first = DateOnly.Parse(from, CultureInfo.InvariantCulture);
        var last = DateOnly.Parse(to, CultureInfo.InvariantCulture);
        return Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);
    }
}
