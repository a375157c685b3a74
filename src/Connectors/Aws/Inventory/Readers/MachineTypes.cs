using System.Xml.Linq;
using Outlay.Connectors.Aws.Inventory.Scan;
using Outlay.Connectors.Aws.Inventory.Wire;
using Outlay.Inventory;

namespace Outlay.Connectors.Aws.Inventory.Readers;

/// <summary>The machine types of a region, all of them: any may be what a machine should become.</summary>
internal static class MachineTypes
{
    private const double MibInGib = 1024;

    public static async Task<IReadOnlyDictionary<string, MachineType>> ReadAsync(AwsPart part)
    {
        var types = new Dictionary<string, MachineType>(StringComparer.Ordinal);
        await part.TryAsync(
            "Machine types",
            async () =>
            {
                await foreach (
                    var page in part.PagesAsync(
                        AwsApi.Ec2,
                        "DescribeInstanceTypes",
                        PageNames.Ec2Types,
                        cancellationToken: part.Cancel
                    )
                )
                {
                    foreach (var item in page.Items("instanceTypeSet"))
                    {
                        var type = Of(item, part.Region);
                        types[type.Name] = type;
                    }
                }
            }
        );
        return types;
    }

    private static MachineType Of(XElement item, string region)
    {
        var architectures = item.Items("processorInfo/supportedArchitectures")
            .Select(a => a.Value)
            .ToList();
        return new MachineType
        {
            Provider = AwsInventoryCollector.ProviderName,
            Region = region,
            Name = item.Text("instanceType") ?? "",
            VCpus = item.Number("vCpuInfo/defaultVCpus") ?? 0,
            MemoryGib = (item.Number("memoryInfo/sizeInMiB") ?? 0) / MibInGib,
            Architecture =
                architectures.Contains("x86_64") ? "x86_64"
                : architectures.Contains("arm64") ? "arm64"
                : architectures.FirstOrDefault() ?? "x86_64",
            IsCurrent = item.Flag("currentGeneration"),
            IsBurstable = item.Flag("burstablePerformanceSupported"),
            Gpus = item.Items("gpuInfo/gpus").Sum(g => g.Whole("count") ?? 0),
            LocalStorageGb = item.Number("instanceStorageInfo/totalSizeInGB") ?? 0,
            NetworkGbps = Network(item),
            DiskMbps = item.Number("ebsInfo/ebsOptimizedInfo/baselineThroughputInMBps"),
            DiskIops = item.Number("ebsInfo/ebsOptimizedInfo/baselineIops"),
            Hypervisor = item.Text("hypervisor"),
            IsBareMetal = item.Flag("bareMetal"),
        };
    }

    // Several cards add up; a type whose lasting bandwidth is not told has only words such as "Up to 10 Gigabit".
    private static double? Network(XElement item)
    {
        var cards = item.Items("networkInfo/networkCards")
            .Select(c => c.Number("baselineBandwidthInGbps"))
            .ToList();
        return cards.Count == 0 || cards.Contains(null) ? null : cards.Sum();
    }
}
