using Outlay.Connectors.Aws.Inventory.Scan;
using Outlay.Connectors.Aws.Inventory.Wire;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Aws.Inventory.Readers;

/// <summary>Elastic IP addresses.</summary>
internal static class Addresses
{
    /// <param name="part">The part.</param>
    /// <param name="machines">The machines; null when they could not be read.</param>
    public static Task ReadAsync(AwsPart part, IReadOnlyList<VirtualMachine>? machines) =>
        part.TryAsync(
            "Elastic IP addresses",
            async () =>
            {
                var answer = await part.XmlAsync(AwsCall.Form(AwsApi.Ec2, "DescribeAddresses"));
                foreach (var item in answer.Items("addressesSet"))
                {
                    var id = item.Text("allocationId") ?? item.Text("publicIp") ?? "";
                    var machine = item.Text("instanceId");
                    var tags = item.Tags("tagSet");
                    part.Found.Add(
                        new PublicAddress
                        {
                            Provider = AwsInventoryCollector.ProviderName,
                            AccountId = part.Account.Id,
                            Region = part.Region,
                            Id = id,
                            Name = part.Arn("ec2", $"elastic-ip/{id}"),
                            DisplayName = tags.GetValueOrDefault("Name"),
                            Tags = tags,
                            Address = item.Text("publicIp") ?? "",
                            BoundTo = machine ?? item.Text("networkInterfaceId"),
                            IsTargetRunning = machine is null
                                ? null
                                : machines
                                    ?.Where(m => m.Id == machine)
                                    .Select(m => (bool?)(m.State == "running"))
                                    .FirstOrDefault(),
                        }
                    );
                }
            }
        );
}
