using System.Text.RegularExpressions;
using System.Xml.Linq;
using Outlay.Connectors.Aws.Inventory.Measures;
using Outlay.Connectors.Aws.Inventory.Scan;
using Outlay.Connectors.Aws.Inventory.Wire;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Aws.Inventory.Readers;

/// <summary>EC2 instances, and all that hangs on them: volumes, snapshots, images and addresses.</summary>
internal sealed partial class MachineReader : IAwsReader
{
    // Who makes and ends a machine stands in its tags, so that no further service has to be asked.
    private static readonly string[] ManagerTags =
    [
        "aws:autoscaling:groupName",
        "eks:nodegroup-name",
        "karpenter.sh/nodepool",
        "aws:batch:compute-environment",
        "aws:ec2:fleet-id",
        "aws:ec2spot:fleet-request-id",
        "elasticbeanstalk:environment-name",
    ];

    public string Title => "EC2 machines and disks";

    public async Task ReadAsync(AwsPart part)
    {
        var machines = new List<VirtualMachine>();
        var images = new HashSet<string>(StringComparer.Ordinal);
        var read = await part.TryAsync(
            "EC2 instances",
            async () =>
            {
                await foreach (
                    var page in part.PagesAsync(
                        AwsApi.Ec2,
                        "DescribeInstances",
                        PageNames.Ec2,
                        cancellationToken: part.Cancel
                    )
                )
                {
                    foreach (
                        var item in page.Items("reservationSet")
                            .SelectMany(r => r.Items("instancesSet"))
                    )
                    {
                        images.Add(item.Text("imageId") ?? "");
                        if (
                            item.Text("instanceState/name") is not ("terminated" or "shutting-down")
                        )
                        {
                            machines.Add(Machine(part, item));
                        }
                    }
                }
            }
        );
        part.Found.AddRange(machines);
        await WishAsync(part, machines);
        await Disks.ReadAsync(part, machines);
        await Images.ReadAsync(part, images, read);
        await Addresses.ReadAsync(part, read ? machines : null);
    }

    private static VirtualMachine Machine(AwsPart part, XElement item)
    {
        var id = item.Text("instanceId") ?? "";
        var state = item.Text("instanceState/name") ?? "unknown";
        var tags = item.Tags("tagSet");
        var launched = item.Time("launchTime");
        return new VirtualMachine
        {
            Provider = AwsInventoryCollector.ProviderName,
            AccountId = part.Account.Id,
            Region = part.Region,
            Id = id,
            Name = part.Arn("ec2", $"instance/{id}"),
            DisplayName = tags.GetValueOrDefault("Name"),
            // The time of launch is that of the last start; the first network card was attached when the machine was made.
            CreatedAt = item.Items("networkInterfaceSet")
                .Select(n => n.Time("attachment/attachTime"))
                .Append(launched)
                .Min(),
            Tags = tags,
            Type = item.Text("instanceType") ?? "",
            State = state,
            StoppedSince = state == "stopped" ? StoppedSince(item.Text("reason")) : null,
            StartedAt = launched,
            Architecture = item.Text("architecture"),
            OperatingSystem = OperatingSystem(item),
            IsSpot = item.Text("instanceLifecycle") == "spot",
            Tenancy = item.Text("placement/tenancy") ?? "default",
            ManagedBy = ManagerTags
                .Select(t => tags.GetValueOrDefault(t))
                .FirstOrDefault(t => t is not null),
            HasLocalRoot = item.Text("rootDeviceType") == "instance-store",
            DiskIds =
            [
                .. item.Items("blockDeviceMapping")
                    .Select(d => d.Text("ebs/volumeId"))
                    .OfType<string>(),
            ],
            PublicAddresses = PublicAddresses(item),
            NetworkId = item.Text("vpcId"),
        };
    }

    private static IReadOnlyList<string> PublicAddresses(XElement item) =>
        [
            .. item.Items("networkInterfaceSet")
                .SelectMany(n => n.Items("privateIpAddressesSet"))
                .Select(a => a.Text("association/publicIp"))
                .Append(item.Text("ipAddress"))
                .OfType<string>()
                .Distinct(),
        ];

    private static string OperatingSystem(XElement item)
    {
        var details = item.Text("platformDetails") ?? item.Text("platform") ?? "Linux/UNIX";
        return details switch
        {
            "Linux/UNIX" => "linux",
            "Red Hat Enterprise Linux" => "rhel",
            "SUSE Linux" => "suse",
            "Windows" or "windows" => "windows",
            // "Red Hat BYOL Linux" is paid for elsewhere.
            "Red Hat BYOL Linux" => "linux",
            _ => details.ToLowerInvariant().Replace(' ', '-'),
        };
    }

    // "User initiated (2026-01-02 03:04:05 GMT)"; machines that AWS or the system itself stopped say nothing of when.
    private static DateTimeOffset? StoppedSince(string? reason) =>
        reason is not null && StopTime().Match(reason) is { Success: true } match
            ? AwsTime.Parse(match.Groups["time"].Value)
            : null;

    [GeneratedRegex(
        @"\((?<time>[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}) (GMT|UTC)\)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex StopTime();

    private static async Task WishAsync(AwsPart part, List<VirtualMachine> machines)
    {
        if (machines.Count == 0)
        {
            return;
        }

        var types = await part.Place.TypesAsync();
        var running = machines.Where(m => m.State == "running").ToList();
        if (running.Count == 0)
        {
            return;
        }

        var memory = await MemoryAsync(part);
        var gpus = running.Any(m => types.GetValueOrDefault(m.Type)?.Gpus > 0)
            ? await AgentMetrics.ListAsync(
                part,
                "Use of graphics processors",
                "CWAgent",
                "nvidia_smi_utilization_gpu",
                "InstanceId"
            )
            : null;
        var fine = InventoryFields.IsFine(part, running.Count);
        foreach (var machine in running)
        {
            part.Wishes.AddRange(
                MachineMetrics.Of(
                    machine,
                    fine,
                    types.GetValueOrDefault(machine.Type)?.IsBurstable
                        ?? machine.Type.StartsWith('t'),
                    memory.FirstOrDefault(l => l.Contains(machine.Id))?[machine.Id].First(),
                    gpus?[machine.Id].ToList()
                )
            );
        }
    }

    private static async Task<IReadOnlyList<ILookup<string, MetricSource>>> MemoryAsync(
        AwsPart part
    )
    {
        const string Subject = "Memory of machines";
        return
        [
            await AgentMetrics.ListAsync(
                part,
                Subject,
                "CWAgent",
                "mem_used_percent",
                "InstanceId"
            ),
            await AgentMetrics.ListAsync(
                part,
                Subject,
                "CWAgent",
                "Memory % Committed Bytes In Use",
                "InstanceId"
            ),
        ];
    }
}
