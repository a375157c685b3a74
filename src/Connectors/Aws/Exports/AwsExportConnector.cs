using System.Runtime.CompilerServices;
using Amazon.S3.Model;
using Outlay.Ingest.Connect;
using Outlay.Kernel;

namespace Outlay.Connectors.Aws.Exports;

/// <summary>Cost and usage reports and Data Exports in an S3 bucket.</summary>
internal sealed class AwsExportConnector : IConnector
{
    private const int ParallelCalls = 8;

    public string Kind => "aws-export";

    public string Title => "AWS export in S3";

    public string Provider => "AWS";

    public string Summary =>
        "A Data Export (CUR 2.0 or FOCUS) or a legacy Cost and Usage Report in an S3 bucket: every charge, by the hour, with resources. The best choice.";

    public IReadOnlyList<SettingField> Fields { get; } =
    [AwsFields.Bucket, AwsFields.Prefix, AwsFields.Region, .. AwsFields.SignIn, AwsFields.Endpoint];

    public IReadOnlyList<Problem> Check(SettingValues settings) => [.. AwsRules.Check(settings)];

    public IReadOnlyList<SetupSnippet> Snippets(SettingValues settings) =>
        AwsSnippets.OfExport(settings);

    public async IAsyncEnumerable<TestStep> TestAsync(
        SettingValues settings,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        // Compatible storage has no token service to ask; listing shows whether the key is right.
        if (settings[AwsFields.Endpoint.Name] is null || settings[AwsFields.Role.Name] is not null)
        {
            var who = await AwsErrors.GuardAsync(
                settings,
                () => AwsSession.Of(settings).CallerAsync(cancellationToken),
                cancellationToken
            );
            yield return new TestStep("Sign in", who.IsOk ? who.Value.Arn : null, who.Problem);
            if (!who.IsOk)
            {
                yield break;
            }
        }

        var manifests = await ManifestsAsync(settings, default, cancellationToken);
        yield return new TestStep(
            "List the export's folder",
            manifests.IsOk ? Months(manifests.Value) : null,
            manifests.Problem
        );
        if (!manifests.IsOk)
        {
            yield break;
        }

        var newest = await DeliveryAsync(settings, manifests.Value[0], cancellationToken);
        yield return new TestStep(
            "Read the newest manifest",
            newest.IsOk ? $"{newest.Value.Period}, {Files(newest.Value.Files.Count)}" : null,
            newest.Problem
        );
        if (!newest.IsOk)
        {
            yield break;
        }

        var first = newest.Value.Files[0];
        var read = await FetchAsync(
            settings,
            first,
            Stream.Null,
            new ByteRange(0, 15),
            cancellationToken
        );
        yield return new TestStep(
            "Read from its first file",
            read.IsOk ? first.Name[5..] : null,
            read.Problem
        );
    }

    public async Task<Result<RemoteListing>> DiscoverAsync(
        SettingValues settings,
        BillingPeriod from,
        CancellationToken cancellationToken
    )
    {
        var manifests = await ManifestsAsync(settings, from, cancellationToken);
        if (!manifests.IsOk)
        {
            return manifests.Problem;
        }

        var deliveries = new Result<RemoteDelivery>[manifests.Value.Count];
        await Parallel.ForAsync(
            0,
            deliveries.Length,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = ParallelCalls,
                CancellationToken = cancellationToken,
            },
            async (i, token) =>
                deliveries[i] = await DeliveryAsync(settings, manifests.Value[i], token)
        );
        return deliveries.FirstOrDefault(d => !d.IsOk) is { Problem: { } problem }
            ? problem
            : new RemoteListing([.. deliveries.Select(d => d.Value)], PaidCalls.None);
    }

    public Task<Result<PaidCalls>> FetchAsync(
        SettingValues settings,
        RemoteFile file,
        Stream target,
        CancellationToken cancellationToken
    ) => FetchAsync(settings, file, target, null, cancellationToken);

    private static async Task<Result<PaidCalls>> FetchAsync(
        SettingValues settings,
        RemoteFile file,
        Stream target,
        ByteRange? range,
        CancellationToken cancellationToken
    )
    {
        if (file.Version.Length == 0)
        {
            return new Problem(
                ProblemKind.NotFound,
                $"The manifest names s3://{settings[AwsFields.Bucket.Name]}/{file.Id}, which is not there.",
                "A delivery may be on its way, or a lifecycle rule deletes files of exports; the next sync looks again."
            );
        }

        return await AwsErrors.GuardAsync(
            settings,
            async () =>
            {
                using var answer = await AwsSession
                    .Of(settings)
                    .S3.GetObjectAsync(
                        new GetObjectRequest
                        {
                            BucketName = settings[AwsFields.Bucket.Name],
                            Key = file.Id,
                            EtagToMatch = file.Version,
                            ByteRange = range,
                        },
                        cancellationToken
                    );
                await answer.ResponseStream.CopyToAsync(target, cancellationToken);
                return PaidCalls.None;
            },
            cancellationToken
        );
    }

    private static async Task<Result<IReadOnlyList<FoundManifest>>> ManifestsAsync(
        SettingValues settings,
        BillingPeriod from,
        CancellationToken cancellationToken
    )
    {
        var found = await AwsErrors.GuardAsync(
            settings,
            () =>
                new ExportBucket(AwsSession.Of(settings).S3, settings).ManifestsAsync(
                    from,
                    cancellationToken
                ),
            cancellationToken
        );
        return found.IsOk ? found.Value : found.Problem;
    }

    private static async Task<Result<RemoteDelivery>> DeliveryAsync(
        SettingValues settings,
        FoundManifest manifest,
        CancellationToken cancellationToken
    )
    {
        var found = await AwsErrors.GuardAsync(
            settings,
            () =>
                new ExportBucket(AwsSession.Of(settings).S3, settings).DeliveryAsync(
                    manifest,
                    cancellationToken
                ),
            cancellationToken
        );
        return found.IsOk ? found.Value : found.Problem;
    }

    private static string Months(IReadOnlyList<FoundManifest> manifests) =>
        manifests.Count == 1
            ? $"1 month, {manifests[0].Manifest.Period}"
            : $"{manifests.Count} months, {manifests[^1].Manifest.Period} to {manifests[0].Manifest.Period}";

    private static string Files(int count) => count == 1 ? "1 file" : $"{count} files";
}
