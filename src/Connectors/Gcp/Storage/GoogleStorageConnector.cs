using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Outlay.Connectors.Gcp.Access;
using Outlay.Ingest.Connect;
using Outlay.Kernel;

namespace Outlay.Connectors.Gcp.Storage;

/// <summary>Billing exports that were written as files to a bucket of Cloud Storage; the month is told by their paths.</summary>
/// <remarks>https://cloud.google.com/storage/docs/json_api/v1/objects</remarks>
internal sealed class GoogleStorageConnector : IConnector
{
    private const string Scope = "https://www.googleapis.com/auth/devstorage.read_only";
    private const string DefaultEndpoint = "https://storage.googleapis.com";

    private static readonly SettingField Bucket = new(
        "bucket",
        "Bucket",
        "Its name, without gs://."
    )
    {
        IsRequired = true,
        Example = "acme-billing",
    };

    private static readonly SettingField Prefix = new(
        "prefix",
        "Folder",
        "Everything below it is read; each file's path must name its month, such as 2026-11 or 202611."
    )
    {
        Example = "exports/detailed",
    };

    private static readonly string[] Endings =
    [
        ".csv",
        ".csv.gz",
        ".parquet",
        ".json",
        ".json.gz",
        ".jsonl",
        ".jsonl.gz",
    ];

    public string Kind => "gcp-storage";

    public string Title => "Google Cloud billing files in a bucket";

    public string Provider => "Google Cloud";

    public string Summary =>
        "Billing exports or FOCUS files that a scheduled query writes to Cloud Storage, a folder or file a month.";

    public IReadOnlyList<SettingField> Fields { get; } =
    [Bucket, Prefix, GoogleFields.Access, GoogleFields.Key, GoogleFields.Endpoint];

    public IReadOnlyList<Problem> Check(SettingValues settings) =>
        [
            .. settings[Bucket.Name] is { } bucket && bucket.Contains('/', StringComparison.Ordinal)
                ?
                [
                    new Problem(
                        ProblemKind.Invalid,
                        $"'{bucket}' is no name of a bucket.",
                        "Write its name alone, without gs:// and without the folder.",
                        Bucket.Name
                    ),
                ]
                : Array.Empty<Problem>(),
            .. settings.Choice(GoogleFields.Access) == GoogleFields.ByKey
            && GoogleKey.Parse(settings[GoogleFields.Key.Name]).Problem is { } wrong
                ? [wrong]
                : Array.Empty<Problem>(),
        ];

    public IReadOnlyList<SetupSnippet> Snippets(SettingValues settings) =>
        GoogleSnippets.OfStorage(settings[Bucket.Name], settings[Prefix.Name]);

    public async IAsyncEnumerable<TestStep> TestAsync(
        SettingValues settings,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var who = await GoogleApi.Of(settings, Scope).SignInAsync(cancellationToken);
        yield return new TestStep("Sign in", who.IsOk ? who.Value : null, who.Problem);
        if (!who.IsOk)
        {
            yield break;
        }

        var found = await DiscoverAsync(settings, default, cancellationToken);
        yield return new TestStep(
            "List the files",
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
        var read = await GoogleApi
            .Of(settings, Scope)
            .CopyAsync(
                Media(settings, first),
                Stream.Null,
                new RangeHeaderValue(0, 15),
                cancellationToken
            );
        yield return new TestStep("Read from a file", read.IsOk ? first.Id : null, read.Problem);
    }

    public async Task<Result<RemoteListing>> DiscoverAsync(
        SettingValues settings,
        BillingPeriod from,
        CancellationToken cancellationToken
    )
    {
        var months = new Dictionary<BillingPeriod, List<RemoteFile>>();
        string? page = null;
        do
        {
            var asked = await GoogleApi
                .Of(settings, Scope)
                .GetAsync(List(settings, page), cancellationToken);
            if (!asked.IsOk)
            {
                return asked.Problem;
            }

            using var answer = asked.Value;
            if (answer.RootElement.TryGetProperty("items", out var items))
            {
                foreach (var item in items.EnumerateArray().Where(IsData))
                {
                    var name = item.GetProperty("name").GetString()!;
                    if (PathMonth.Of(Below(settings, name)) is not { } month)
                    {
                        return Unplaced(name);
                    }

                    if (month >= from)
                    {
                        months.TryAdd(month, []);
                        months[month].Add(File(settings, item, name));
                    }
                }
            }

            page = answer.RootElement.TryGetProperty("nextPageToken", out var next)
                ? next.GetString()
                : null;
        } while (page is not null);

        return months.Count == 0
            ? new Problem(
                ProblemKind.NotFound,
                $"There are no exports of the months asked for below gs://{settings[Bucket.Name]}/{Folder(settings)}.",
                "Check bucket and folder; files end in .csv, .parquet or .json, also with .gz.",
                Prefix.Name
            )
            : new RemoteListing(
                [
                    .. months
                        .OrderByDescending(m => m.Key)
                        .Select(m => new RemoteDelivery(m.Key, Version(m.Value), m.Value)),
                ],
                PaidCalls.None
            );
    }

    public async Task<Result<PaidCalls>> FetchAsync(
        SettingValues settings,
        RemoteFile file,
        Stream target,
        CancellationToken cancellationToken
    )
    {
        var copied = await GoogleApi
            .Of(settings, Scope)
            .CopyAsync(Media(settings, file), target, null, cancellationToken);
        return copied.IsOk ? PaidCalls.None : copied.Problem;
    }

    private static bool IsData(JsonElement item)
    {
        var name = item.GetProperty("name").GetString() ?? "";
        return Endings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));
    }

    private static RemoteFile File(SettingValues settings, JsonElement item, string name) =>
        new(
            name,
            Below(settings, name).Replace('=', '-') + (IsHiddenGzip(item, name) ? ".gz" : ""),
            long.Parse(item.GetProperty("size").GetString()!, CultureInfo.InvariantCulture),
            item.GetProperty("generation").GetString()!
        );

    private static string Below(SettingValues settings, string name) =>
        name[Folder(settings).Length..].TrimStart('/');

    // Uploads may be compressed without a name that says so; they are fetched as they are stored.
    private static bool IsHiddenGzip(JsonElement item, string name) =>
        item.TryGetProperty("contentEncoding", out var encoding)
        && encoding.GetString() == "gzip"
        && !name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    private static string Version(IEnumerable<RemoteFile> files) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(string.Join('\n', files.Select(f => $"{f.Id} {f.Version}")))
            )
        );

    private static Uri List(SettingValues settings, string? page)
    {
        var prefix = Uri.EscapeDataString(Folder(settings));
        var token = page is null ? "" : $"&pageToken={Uri.EscapeDataString(page)}";
        return new(
            $"{Objects(settings)}?prefix={prefix}&fields=items(name,size,generation,contentEncoding),nextPageToken{token}"
        );
    }

    private static Uri Media(SettingValues settings, RemoteFile file) =>
        new(
            $"{Objects(settings)}/{Uri.EscapeDataString(file.Id)}?alt=media&ifGenerationMatch={file.Version}"
        );

    private static string Objects(SettingValues settings) =>
        $"{(settings[GoogleFields.Endpoint.Name] ?? DefaultEndpoint).TrimEnd('/')}/storage/v1/b/{Uri.EscapeDataString(settings[Bucket.Name]!)}/o";

    private static string Folder(SettingValues settings)
    {
        var folder = settings[Prefix.Name]?.Trim('/');
        return string.IsNullOrEmpty(folder) ? "" : folder + "/";
    }

    private static Problem Unplaced(string name) =>
        new(
            ProblemKind.Invalid,
            $"The path of {name} names no month.",
            "Write each month to a folder or file of its own, such as 2026-11/, or narrow the folder down.",
            Prefix.Name
        );
}
