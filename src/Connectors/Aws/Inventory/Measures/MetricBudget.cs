namespace Outlay.Connectors.Aws.Inventory.Measures;

/// <summary>How many metrics a scan may still ask for.</summary>
/// <param name="usd">What it may spend, US dollars.</param>
internal sealed class MetricBudget(decimal usd)
{
    /// <summary>US dollars that AWS charges for one metric of GetMetricData: https://aws.amazon.com/cloudwatch/pricing/.</summary>
    public const decimal Price = 0.01m / 1000;

    private readonly Lock _lock = new();
    private long _left = (long)Math.Min(usd / Price, long.MaxValue / 2);

    public decimal Usd => usd;

    /// <summary>Takes so many metrics if that many are left.</summary>
    public bool TryTake(int metrics)
    {
        lock (_lock)
        {
            if (metrics > _left)
            {
                return false;
            }

            _left -= metrics;
            return true;
        }
    }
}
