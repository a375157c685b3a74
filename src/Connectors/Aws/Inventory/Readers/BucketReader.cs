using System.Xml.Linq;
using Outlay.Connectors.Aws.Inventory.Measures;
using Outlay.Connectors.Aws.Inventory.Scan;
using Outlay.Connectors.Aws.Inventory.Wire;
using Outlay.Inventory;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Aws.Inventory.Readers;

/// <summary>S3 buckets of a region: their rules, what they store, and uploads that were never finished. No object is read.</summary>
internal sealed class BucketReader : IAwsReader
{
    // https://aws.amazon.com/s3/pricing/: a listing, and any other reading call.
    private const decimal ListUsd = 0.005m / 1000;
    private const decimal GetUsd = 0.0004m / 1000;
    private const int AtOnce = 4;
    private const int UploadDays = 7;
    private const string Space = "AWS/S3";

    public string Title => "Buckets";

    public async Task ReadAsync(AwsPart part)
    {
        var names = new List<(string Name, DateTimeOffset? Created)>();
        await part.TryAsync("S3 buckets", () => ListAsync(part, names));
        if (names.Count == 0)
        {
            return;
        }

        var tags = await TagReader.ReadAsync(part, "Tags of buckets", "s3");
        var found = new Bucket[names.Count];
        await Parallel.ForAsync(
            0,
            names.Count,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = AtOnce,
                CancellationToken = part.Cancel,
            },
            async (i, _) => found[i] = await BucketAsync(part, names[i].Name, names[i].Created)
        );
        foreach (var bucket in found)
        {
            part.Found.Add(
                tags.TryGetValue(bucket.Name, out var own) ? bucket with { Tags = own } : bucket
            );
        }

        await WishAsync(part, found);
    }

    private static async Task ListAsync(
        AwsPart part,
        List<(string Name, DateTimeOffset? Created)> names
    )
    {
        string? next = null;
        do
        {
            var page = await part.XmlAsync(
                Get(
                    "ListAllMyBuckets",
                    $"/?bucket-region={part.Region}&max-buckets=1000"
                        + (next is null ? "" : $"&continuation-token={Uri.EscapeDataString(next)}"),
                    ListUsd
                )
            );
            foreach (var item in page.Items("Buckets"))
            {
                var name = item.Text("Name") ?? "";
                if ((item.Text("BucketRegion") ?? await RegionAsync(part, name)) == part.Region)
                {
                    names.Add((name, item.Time("CreationDate")));
                }
            }

            next = page.Text("ContinuationToken");
        } while (next is not null);
    }

    private static async Task<string> RegionAsync(AwsPart part, string bucket)
    {
        var answer = await part.XmlAsync(Get("GetBucketLocation", $"/{bucket}?location=", GetUsd));
        return answer.Value switch
        {
            "" => "us-east-1",
            "EU" => "eu-west-1",
            var region => region,
        };
    }

    private static async Task<Bucket> BucketAsync(
        AwsPart part,
        string name,
        DateTimeOffset? created
    )
    {
        var bucket = new Bucket
        {
            Provider = AwsInventoryCollector.ProviderName,
            AccountId = part.Account.Id,
            Region = part.Region,
            Id = name,
            Name = $"arn:{part.Account.Partition}:s3:::{name}",
            DisplayName = name,
            CreatedAt = created,
        };
        await part.TryAsync(
            "Lifecycle of buckets",
            async () =>
            {
                var rules = await LifecycleAsync(part, name);
                bucket = bucket with
                {
                    HasLifecycle = rules.Count > 0,
                    EndsUploads = rules.Any(r =>
                        r.Child("AbortIncompleteMultipartUpload") is not null
                    ),
                };
            }
        );
        await part.TryAsync(
            "Versioning of buckets",
            async () =>
            {
                var answer = await part.XmlAsync(
                    Get("GetBucketVersioning", $"/{name}?versioning=", GetUsd)
                );
                bucket = bucket with { IsVersioned = answer.Text("Status") == "Enabled" };
            }
        );
        await part.TryAsync(
            "Unfinished uploads of buckets",
            async () => bucket = bucket with { UnfinishedUploads = await UploadsAsync(part, name) }
        );
        return bucket;
    }

    private static async Task<List<XElement>> LifecycleAsync(AwsPart part, string name)
    {
        try
        {
            var answer = await part.XmlAsync(
                Get("GetLifecycleConfiguration", $"/{name}?lifecycle=", GetUsd)
            );
            return
            [
                .. answer
                    .Elements()
                    .Where(e => e.Name.LocalName == "Rule" && e.Text("Status") == "Enabled"),
            ];
        }
        catch (AwsCallException e) when (e.Code == "NoSuchLifecycleConfiguration")
        {
            // That there are none is an answer.
            return [];
        }
    }

    // The first thousand tell enough.
    private static async Task<int> UploadsAsync(AwsPart part, string name)
    {
        var before = part.Scan.Started.AddDays(-UploadDays);
        var answer = await part.XmlAsync(
            Get("ListBucketMultipartUploads", $"/{name}?uploads=&max-uploads=1000", ListUsd)
        );
        return answer
            .Elements()
            .Count(e => e.Name.LocalName == "Upload" && e.Time("Initiated") < before);
    }

    private static async Task WishAsync(AwsPart part, IReadOnlyList<Bucket> buckets)
    {
        // Each class of storage is a metric of its own, and only a listing tells which there are.
        var bytes = await AgentMetrics.ListAsync(
            part,
            "Size of buckets",
            Space,
            "BucketSizeBytes",
            "BucketName"
        );
        foreach (var bucket in buckets.Where(b => bytes.Contains(b.Id)))
        {
            part.Wishes.Add(
                new MetricWish(
                    bucket.Name,
                    MetricNames.StoredBytes,
                    Statistic.Average,
                    MetricWish.Day,
                    [.. bytes[bucket.Id]]
                )
            );
            part.Wishes.Add(
                new MetricWish(
                    bucket.Name,
                    MetricNames.Objects,
                    Statistic.Average,
                    MetricWish.Day,
                    new MetricSource(
                        Space,
                        "NumberOfObjects",
                        ("BucketName", bucket.Id),
                        ("StorageType", "AllStorageTypes")
                    )
                )
            );
        }
    }

    private static AwsCall Get(string operation, string path, decimal usd) =>
        AwsCall.Get(AwsApi.S3, operation, path) with
        {
            PriceUsd = usd,
        };
}
