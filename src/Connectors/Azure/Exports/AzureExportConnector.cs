using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Web;
using Azure;
using Azure.Core;
using Azure.Storage.Blobs.Models;
using Outlay.Ingest.Connect;
using Outlay.Kernel;

namespace Outlay.Connectors.Azure.Exports;

/// <summary>Cost Management exports in a blob container.</summary>
internal sealed partial class AzureExportConnector(TimeProvider time) : IConnector
{
    private const int FirstBytes = 16;
    private static readonly string[] StorageScope = ["https://storage.azure.com/.default"];

    public string Kind => "azure-export";

    public string Title => "Azure export in Blob Storage";

    public string Provider => "Azure";

    public string Summary =>
        "A Cost Management export in a storage account: FOCUS, or actual and amortised costs as a set. Daily runs of the month to date are recognised and never added up.";

    public IReadOnlyList<SettingField> Fields => AzureFields.All;

    public IReadOnlyList<Problem> Check(SettingValues settings) => [.. Slips(settings)];

    public IReadOnlyList<SetupSnippet> Snippets(SettingValues settings) =>
        AzureSnippets.Of(settings);

    public async IAsyncEnumerable<TestStep> TestAsync(
        SettingValues settings,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        if (AzureContainer.Credential(settings) is { } credential)
        {
            var token = await AzureErrors.GuardAsync(
                settings,
                async () =>
                    await credential.GetTokenAsync(
                        new TokenRequestContext(StorageScope),
                        cancellationToken
                    ),
                cancellationToken
            );
            yield return new TestStep(
                "Sign in",
                token.IsOk ? "a token for storage" : null,
                token.Problem
            );
            if (!token.IsOk)
            {
                yield break;
            }
        }

        var found = await DiscoverAsync(settings, default, cancellationToken);
        yield return new TestStep(
            "List the runs and read their manifests",
            found.IsOk
                ? $"{found.Value.Deliveries.Count} months, {found.Value.Deliveries[^1].Period} to {found.Value.Deliveries[0].Period}"
                : null,
            found.Problem
        );
        if (!found.IsOk)
        {
            yield break;
        }

        var first = found.Value.Deliveries[0].Files[0];
        var read = await FetchAsync(
            settings,
            first,
            Stream.Null,
            new HttpRange(0, FirstBytes),
            cancellationToken
        );
        yield return new TestStep(
            "Read from the newest file",
            read.IsOk ? first.Name : null,
            read.Problem
        );
    }

    public async Task<Result<RemoteListing>> DiscoverAsync(
        SettingValues settings,
        BillingPeriod from,
        CancellationToken cancellationToken
    )
    {
        var found = await AzureErrors.GuardAsync(
            settings,
            () =>
                new AzureRuns(AzureContainer.Of(settings), settings).FindAsync(
                    from,
                    cancellationToken
                ),
            cancellationToken
        );
        return found.IsOk ? found.Value : found.Problem;
    }

    public Task<Result<PaidCalls>> FetchAsync(
        SettingValues settings,
        RemoteFile file,
        Stream target,
        CancellationToken cancellationToken
    ) => FetchAsync(settings, file, target, default, cancellationToken);

    private static async Task<Result<PaidCalls>> FetchAsync(
        SettingValues settings,
        RemoteFile file,
        Stream target,
        HttpRange range,
        CancellationToken cancellationToken
    )
    {
        if (file.Version.Length == 0)
        {
            return new Problem(
                ProblemKind.NotFound,
                $"The run's manifest names {file.Id}, which is not there.",
                "Run the export again, or wait for its next run."
            );
        }

        return await AzureErrors.GuardAsync(
            settings,
            async () =>
            {
                var answer = await AzureContainer
                    .Of(settings)
                    .GetBlobClient(file.Id)
                    .DownloadStreamingAsync(
                        new BlobDownloadOptions
                        {
                            Range = range,
                            Conditions = new() { IfMatch = new ETag(file.Version) },
                        },
                        cancellationToken
                    );
                using var body = answer.Value;
                await body.Content.CopyToAsync(target, cancellationToken);
                return PaidCalls.None;
            },
            cancellationToken
        );
    }

    private IEnumerable<Problem> Slips(SettingValues settings)
    {
        if (settings[AzureFields.Account.Name] is { } account && !AccountName().IsMatch(account))
        {
            yield return Wrong(
                AzureFields.Account,
                $"'{account}' is no name of a storage account.",
                "Write its name alone: 3 to 24 small letters and digits."
            );
        }

        if (
            settings[AzureFields.Container.Name] is { } container
            && !ContainerName().IsMatch(container)
        )
        {
            yield return Wrong(
                AzureFields.Container,
                $"'{container}' is no name of a container.",
                "Write its name alone, without the directory."
            );
        }

        if (settings.Choice(AzureFields.Access) == AzureFields.BySas)
        {
            foreach (var slip in SasSlips(AzureContainer.Sas(settings)))
            {
                yield return slip;
            }
        }
    }

    private IEnumerable<Problem> SasSlips(string sas)
    {
        var parts = HttpUtility.ParseQueryString(sas);
        if (parts["sig"] is null)
        {
            yield return Wrong(
                AzureFields.Sas,
                "It is no shared access signature: the part sig= is missing.",
                "Copy the whole text after the question mark; an account key is something else."
            );
            yield break;
        }

        if (
            DateTimeOffset.TryParse(
                parts["se"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var end
            )
            && end < time.GetUtcNow()
        )
        {
            yield return Wrong(
                AzureFields.Sas,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The shared access signature expired on {end:yyyy-MM-dd}."
                ),
                "Make a new one that lasts longer."
            );
        }

        if (
            parts["sp"] is { } permissions
            && !(
                permissions.Contains('r', StringComparison.Ordinal)
                && permissions.Contains('l', StringComparison.Ordinal)
            )
        )
        {
            yield return Wrong(
                AzureFields.Sas,
                $"The shared access signature permits '{permissions}'.",
                "Make one with the permissions read and list."
            );
        }
    }

    private static Problem Wrong(SettingField field, string message, string fix) =>
        new(ProblemKind.Invalid, message, fix, field.Name);

    [GeneratedRegex("^[a-z0-9]{3,24}$", RegexOptions.NonBacktracking)]
    private static partial Regex AccountName();

    [GeneratedRegex(
        "^[a-z0-9$](-?[a-z0-9]){2,62}$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ContainerName();
}
