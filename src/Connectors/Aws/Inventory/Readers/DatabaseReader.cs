using System.Xml.Linq;
using Outlay.Connectors.Aws.Inventory.Scan;
using Outlay.Connectors.Aws.Inventory.Wire;
using Outlay.Inventory;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Aws.Inventory.Readers;

/// <summary>RDS and Aurora instances, and the snapshots that people made of them.</summary>
internal sealed class DatabaseReader : IAwsReader
{
    private const string ClassPrefix = "db.";

    public string Title => "Databases";

    public async Task ReadAsync(AwsPart part)
    {
        await part.TryAsync("RDS instances", () => InstancesAsync(part));
        await part.TryAsync("RDS snapshots", () => SnapshotsAsync(part));
    }

    private static async Task InstancesAsync(AwsPart part)
    {
        var items = new List<XElement>();
        await foreach (
            var page in part.PagesAsync(
                AwsApi.Rds,
                "DescribeDBInstances",
                PageNames.Rds,
                cancellationToken: part.Cancel
            )
        )
        {
            // The same call tells those of Neptune and DocumentDB, which are other services on the bill.
            items.AddRange(
                page.Items("DBInstances").Where(i => i.Text("Engine") is not ("neptune" or "docdb"))
            );
        }

        if (items.Count == 0)
        {
            return;
        }

        // A class has the memory of the machine type it is named after.
        var types = await part.Place.TypesAsync();
        foreach (var item in items)
        {
            var database = Database(part, item, types);
            part.Found.Add(database);
            part.Wishes.AddRange(
                DatabaseMetrics.Of(database, InventoryFields.IsFine(part, items.Count))
            );
        }
    }

    private static Database Database(
        AwsPart part,
        XElement item,
        IReadOnlyDictionary<string, MachineType> types
    )
    {
        var id = item.Text("DBInstanceIdentifier") ?? "";
        var type = item.Text("DBInstanceClass") ?? "";
        return new Database
        {
            Provider = AwsInventoryCollector.ProviderName,
            AccountId = part.Account.Id,
            Region = part.Region,
            Id = id,
            Name = item.Text("DBInstanceArn") ?? part.Arn("rds", $"db:{id}"),
            DisplayName = id,
            CreatedAt = item.Time("InstanceCreateTime"),
            Tags = item.Tags("TagList"),
            Engine = item.Text("Engine") ?? "",
            EngineVersion = item.Text("EngineVersion") ?? "",
            Type = type,
            State = item.Text("DBInstanceStatus") ?? "unknown",
            IsMultiZone = item.Flag("MultiAZ"),
            StorageType = item.Text("StorageType"),
            StorageGib = item.Number("AllocatedStorage") ?? 0,
            Iops = item.Number("Iops"),
            MemoryGib = type.StartsWith(ClassPrefix, StringComparison.Ordinal)
                ? types.GetValueOrDefault(type[ClassPrefix.Length..])?.MemoryGib
                : null,
            ReplicaOf = item.Text("ReadReplicaSourceDBInstanceIdentifier"),
            ClusterId = item.Text("DBClusterIdentifier"),
            Licence = item.Text("LicenseModel"),
        };
    }

    private static async Task SnapshotsAsync(AwsPart part)
    {
        await foreach (
            var page in part.PagesAsync(
                AwsApi.Rds,
                "DescribeDBSnapshots",
                PageNames.Rds,
                [("SnapshotType", "manual")],
                part.Cancel
            )
        )
        {
            foreach (var item in page.Items("DBSnapshots"))
            {
                var id = item.Text("DBSnapshotIdentifier") ?? "";
                part.Found.Add(
                    new DatabaseSnapshot
                    {
                        Provider = AwsInventoryCollector.ProviderName,
                        AccountId = part.Account.Id,
                        Region = part.Region,
                        Id = id,
                        Name = item.Text("DBSnapshotArn") ?? part.Arn("rds", $"snapshot:{id}"),
                        DisplayName = id,
                        CreatedAt = item.Time("SnapshotCreateTime"),
                        Tags = item.Tags("TagList"),
                        DatabaseId = item.Text("DBInstanceIdentifier") ?? "",
                        IsManual = item.Text("SnapshotType") == "manual",
                        StorageGib = item.Number("AllocatedStorage") ?? 0,
                        Engine = item.Text("Engine"),
                    }
                );
            }
        }
    }
}
