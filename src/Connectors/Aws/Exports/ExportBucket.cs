using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
using Outlay.Ingest.Connect;
using Outlay.Kernel;

namespace Outlay.Connectors.Aws.Exports;

/// <summary>
/// What a bucket holds of an export. Only files that the newest manifest of a month names count: a bucket keeps the files of old
/// deliveries for ever, and a delivery in the making has no manifest yet.
/// </summary>
internal sealed class ExportBucket(AmazonS3Client s3, SettingValues settings)
{
    private const int LargestManifest = 32 * 1024 * 1024;
    private readonly string _bucket = settings[AwsFields.Bucket.Name]!;

    /// <summary>The newest manifest of each month of the one export below the prefix, newest month first.</summary>
    public async Task<Result<IReadOnlyList<FoundManifest>>> ManifestsAsync(
        BillingPeriod from,
        CancellationToken cancellationToken
    )
    {
        var objects = new Dictionary<string, Stored>(StringComparer.Ordinal);
        var manifests = new List<FoundManifest>();
        var request = new ListObjectsV2Request { BucketName = _bucket, Prefix = Prefix() };
        do
        {
            var page = await s3.ListObjectsV2Async(request, cancellationToken);
            foreach (var found in page.S3Objects ?? [])
            {
                var stored = new Stored(
                    found.Size ?? 0,
                    found.ETag ?? "",
                    found.LastModified ?? DateTime.MinValue
                );
                objects[found.Key] = stored;
                if (ExportManifest.OfKey(found.Key) is { } manifest && manifest.Period >= from)
                {
                    manifests.Add(new(manifest, stored, objects));
                }
            }

            request.ContinuationToken =
                page.IsTruncated == true ? page.NextContinuationToken : null;
        } while (request.ContinuationToken is not null);

        var exports = manifests.Select(m => m.Manifest.Export).Distinct().Order().ToList();
        if (exports.Count > 1)
        {
            return new Problem(
                ProblemKind.Invalid,
                $"There are {exports.Count} exports below s3://{_bucket}/{Prefix()}: {string.Join(", ", exports)}. They may hold the same costs.",
                "Write the path of one of them, and make a connection for each that bills other accounts.",
                AwsFields.Prefix.Name
            );
        }

        return manifests.Count == 0
            ? Empty(objects.Count)
            : manifests
                .GroupBy(m => m.Manifest.Period)
                .Select(g => g.MaxBy(m => m.Stored.Written)!)
                .OrderByDescending(m => m.Manifest.Period)
                .ToArray();
    }

    /// <summary>The delivery that a manifest names.</summary>
    public async Task<Result<RemoteDelivery>> DeliveryAsync(
        FoundManifest found,
        CancellationToken cancellationToken
    )
    {
        var key = found.Manifest.Key;
        var text = await TextAsync(key, found.Stored, cancellationToken);
        if (!text.IsOk)
        {
            return text.Problem;
        }

        if (!ExportManifest.IsBill(text.Value))
        {
            return new Problem(
                ProblemKind.Invalid,
                $"The export {found.Manifest.Export} holds no costs: its manifest names none of the columns of a bill.",
                "Choose an export of CUR 2.0 or FOCUS; recommendations and emissions are other tables.",
                AwsFields.Prefix.Name
            );
        }

        using var json = JsonDocument.Parse(text.Value);
        var files = ExportManifest.Files(key, json.RootElement, _bucket);
        if (!files.IsOk)
        {
            return files.Problem;
        }

        var remote = files.Value.Select((f, i) => File(f, i, found.Objects)).ToList();
        return new RemoteDelivery(found.Manifest.Period, Version(found.Stored, remote), remote);
    }

    private async Task<Result<string>> TextAsync(
        string key,
        Stored stored,
        CancellationToken cancellationToken
    )
    {
        if (stored.Bytes > LargestManifest)
        {
            return new Problem(
                ProblemKind.Invalid,
                $"{key} is too large for a manifest.",
                "Check the path of the export.",
                AwsFields.Prefix.Name
            );
        }

        using var answer = await s3.GetObjectAsync(
            new GetObjectRequest { BucketName = _bucket, Key = key },
            cancellationToken
        );
        using var reader = new StreamReader(answer.ResponseStream);
        return await reader.ReadToEndAsync(cancellationToken);
    }

    // A file that the manifest names and the bucket lacks has no size; fetching it says that it is missing.
    private static RemoteFile File(
        string key,
        int index,
        IReadOnlyDictionary<string, Stored> objects
    )
    {
        var name = $"{index + 1:D4}-{key.Split('/')[^1]}";
        return objects.TryGetValue(key, out var stored)
            ? new RemoteFile(key, name, stored.Bytes, stored.ETag)
            : new RemoteFile(key, name, null, "");
    }

    private static string Version(Stored manifest, IEnumerable<RemoteFile> files)
    {
        var text = string.Join(
            '\n',
            files.Select(f => $"{f.Id} {f.Version} {f.Bytes}").Prepend(manifest.ETag)
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    private string Prefix()
    {
        var prefix = settings[AwsFields.Prefix.Name]?.TrimEnd('/');
        return string.IsNullOrEmpty(prefix) ? "" : prefix + "/";
    }

    private Problem Empty(int objects) =>
        objects == 0
            ? new(
                ProblemKind.NotFound,
                $"Nothing lies below s3://{_bucket}/{Prefix()}.",
                "Check the path of the export. A new export takes up to 24 hours for its first delivery.",
                AwsFields.Prefix.Name
            )
            : new(
                ProblemKind.NotFound,
                $"There are {objects} objects below s3://{_bucket}/{Prefix()}, but no manifest of the months asked for.",
                "Write path prefix and name of the export, not the folder data below it; files that lie in a bucket without manifests can be copied into a watched folder.",
                AwsFields.Prefix.Name
            );
}

/// <summary>A manifest in a bucket, with all that was listed beside it.</summary>
/// <param name="Manifest">The manifest.</param>
/// <param name="Stored">The object.</param>
/// <param name="Objects">All objects by key.</param>
internal sealed record FoundManifest(
    ExportManifest Manifest,
    Stored Stored,
    IReadOnlyDictionary<string, Stored> Objects
);

/// <summary>An object in a bucket.</summary>
/// <param name="Bytes">Size.</param>
/// <param name="ETag">Identity of its bytes.</param>
/// <param name="Written">When it was written, UTC.</param>
internal sealed record Stored(long Bytes, string ETag, DateTime Written);
