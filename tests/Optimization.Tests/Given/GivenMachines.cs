using Outlay.Inventory;
using Outlay.Inventory.Resources;

namespace Outlay.Optimization.Tests.Given;

/// <summary>Machines, types and what was measured of them.</summary>
internal static class GivenMachines
{
    public static readonly IReadOnlyDictionary<string, string> Development = new Dictionary<
        string,
        string
    >
    {
        ["Env"] = "dev",
    };

    public static VirtualMachine Machine(string type, params Metric[] metrics) =>
        new()
        {
            Provider = "AWS",
            AccountId = "111122223333",
            Region = "us-east-1",
            Id = "i-1",
            Name = "arn:aws:ec2:us-east-1:111122223333:instance/i-1",
            Type = type,
            State = "running",
            CreatedAt = GivenScan.Now.AddDays(-200),
            Metrics = metrics,
        };

    public static MachineType Type(
        string name,
        double vcpus,
        double memoryGib,
        string architecture = "x86_64"
    ) =>
        new()
        {
            Provider = "AWS",
            Region = "us-east-1",
            Name = name,
            VCpus = vcpus,
            MemoryGib = memoryGib,
            Architecture = architecture,
        };

    public static Metric[] Cpu(double average, double largest) =>
        [
            GivenScan.Constant(MetricNames.Cpu, Statistic.Average, average),
            GivenScan.Constant(MetricNames.Cpu, Statistic.Maximum, largest),
        ];

    public static Metric Memory(double percent) =>
        GivenScan.Constant(MetricNames.Memory, Statistic.Maximum, percent);

    public static Metric[] Traffic(double bytesOfHour) =>
        [
            GivenScan.Constant(MetricNames.NetworkIn, Statistic.Sum, bytesOfHour),
            GivenScan.Constant(MetricNames.NetworkOut, Statistic.Sum, bytesOfHour),
        ];
}
