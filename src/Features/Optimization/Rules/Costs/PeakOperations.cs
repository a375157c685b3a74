using Outlay.Inventory;

namespace Outlay.Optimization.Rules.Costs;

/// <summary>Reads and writes a second of disks and databases at their busiest.</summary>
internal static class PeakOperations
{
    private const double LeastDays = 13.5;
    private const double LeastCompleteness = 0.9;

    /// <summary>Both directions a second in the busiest period; null when it was not measured for two weeks.</summary>
    public static double? Of(Resource resource) =>
        resource.Measured(MetricNames.DiskReads, Statistic.Sum) is { } reads
        && resource.Measured(MetricNames.DiskWrites, Statistic.Sum) is { } writes
        && (reads.To - reads.From).TotalDays >= LeastDays
        && reads.Completeness >= LeastCompleteness
            ? (reads.Values.Maximum + writes.Values.Maximum) / reads.PeriodSeconds
            : null;
}
