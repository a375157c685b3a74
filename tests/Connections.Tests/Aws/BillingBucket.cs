using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Outlay.Connections.Sources;
using Outlay.Kernel;

namespace Outlay.Connections.Tests.Aws;

/// <summary>A bucket of its own, to which a test delivers exports as AWS does.</summary>
internal sealed class BillingBucket : IDisposable
{
    private readonly AmazonS3Client _s3;

    private BillingBucket(string address, string name, AWSCredentials credentials)
    {
        Name = name;
        _s3 = new AmazonS3Client(
            credentials,
            new AmazonS3Config
            {
                ServiceURL = address,
                ForcePathStyle = true,
                AuthenticationRegion = "us-east-1",
                RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
                ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            }
        );
    }

    public string Name { get; }

    public static async Task<BillingBucket> MakeAsync(
        string address,
        AWSCredentials? credentials = null
    )
    {
        var bucket = new BillingBucket(
            address,
            $"bills-{Guid.NewGuid():N}",
            credentials ?? new BasicAWSCredentials("key", "secret")
        );
        await bucket._s3.PutBucketAsync(bucket.Name);
        return bucket;
    }

    /// <summary>A connection to it through a line.</summary>
    public ConnectionDraft Draft(
        string endpoint,
        string name = "AWS",
        string prefix = "exports/cur2"
    ) =>
        new()
        {
            Name = name,
            Kind = "aws-export",
            Schedule = "manual",
            Months = 36,
            Settings = new SettingValues(
                new Dictionary<string, string>
                {
                    ["bucket"] = Name,
                    ["prefix"] = prefix,
                    ["access"] = "key",
                    ["access-key"] = "AKIATEST",
                    ["secret-key"] = "very-secret",
                    ["endpoint"] = endpoint,
                }
            ),
        };

    /// <summary>Delivers a month of CUR 2.0 as one file a list of costs, with its manifest last.</summary>
    public async Task DeliverAsync(string month, params decimal[][] files)
    {
        var keys = new List<string>();
        for (var i = 0; i < files.Length; i++)
        {
            keys.Add(await PutFileAsync(month, i + 1, files[i]));
        }

        await PutManifestAsync(month, keys);
    }

    public async Task<string> PutFileAsync(string month, int number, params decimal[] costs)
    {
        var key = $"exports/cur2/data/BILLING_PERIOD={month}/cur2-{number:D5}.csv.gz";
        await PutAsync(key, Gzip(Report(month, costs)));
        return key;
    }

    public Task PutManifestAsync(string month, IEnumerable<string> keys) =>
        PutAsync(
            $"exports/cur2/metadata/BILLING_PERIOD={month}/cur2-Manifest.json",
            JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    columns = new[] { new { name = "line_item_unblended_cost", type = "double" } },
                    dataFiles = keys.Select(k => $"s3://{Name}/{k}"),
                }
            )
        );

    public async Task PutAsync(string key, byte[] body)
    {
        using var stream = new MemoryStream(body);
        await _s3.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = Name,
                Key = key,
                InputStream = stream,
                UseChunkEncoding = false,
            }
        );
    }

    public Task DeleteAsync(string key) => _s3.DeleteObjectAsync(Name, key);

    public static byte[] Gzip(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    public static string Report(string month, params decimal[] costs)
    {
        var lines = new StringBuilder(
            "bill_billing_period_start_date,bill_payer_account_id,line_item_usage_account_id,line_item_line_item_type,line_item_usage_start_date,line_item_usage_end_date,line_item_product_code,line_item_currency_code,line_item_unblended_cost,line_item_resource_id\n"
        );
        for (var i = 0; i < costs.Length; i++)
        {
            lines.Append(
                CultureInfo.InvariantCulture,
                $"{month}-01T00:00:00Z,111111111111,222222222222,Usage,{month}-{(i % 28) + 1:D2}T00:00:00Z,{month}-{(i % 28) + 1:D2}T01:00:00Z,AmazonEC2,USD,{costs[i]},i-{i:x8}\n"
            );
        }

        return lines.ToString();
    }

    public void Dispose() => _s3.Dispose();
}
