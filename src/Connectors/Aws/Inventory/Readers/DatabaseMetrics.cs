using Outlay.Connectors.Aws.Inventory.Measures;
using Outlay.Inventory;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Aws.Inventory.Readers;

/// <summary>What is measured of a database.</summary>
internal static class DatabaseMetrics
{
    /// <param name="database">The database.</param>
    /// <param name="fine">Whether processors are read in steps of five minutes.</param>
    public static IEnumerable<MetricWish> Of(Database database, bool fine)
    {
        MetricWish Wish(string name, Statistic statistic, string metric) =>
            new(
                database.Name,
                name,
                statistic,
                MetricWish.Hour,
                new MetricSource("AWS/RDS", metric, ("DBInstanceIdentifier", database.Id))
            );
        // Operations are told by the second.
        MetricWish Operations(string name, string metric) =>
            Wish(name, Statistic.Sum, metric) with
            {
                Asked = Statistic.Average,
                Scale = MetricWish.Hour,
            };

        yield return Wish(MetricNames.Cpu, Statistic.Average, "CPUUtilization") with
        {
            PeriodSeconds = fine ? MetricWish.FiveMinutes : MetricWish.Hour,
            KeepWeek = true,
        };
        yield return Wish(MetricNames.Cpu, Statistic.Maximum, "CPUUtilization") with
        {
            KeepWeek = true,
        };
        yield return Wish(MetricNames.Connections, Statistic.Maximum, "DatabaseConnections") with
        {
            KeepWeek = true,
        };
        yield return Wish(MetricNames.FreeMemory, Statistic.Minimum, "FreeableMemory");
        yield return Wish(MetricNames.FreeStorage, Statistic.Minimum, "FreeStorageSpace");
        yield return Operations(MetricNames.DiskReads, "ReadIOPS");
        yield return Operations(MetricNames.DiskWrites, "WriteIOPS");
        if (database.Type.StartsWith("db.t", StringComparison.Ordinal))
        {
            yield return Wish(MetricNames.CpuCredits, Statistic.Minimum, "CPUCreditBalance");
        }
    }
}
