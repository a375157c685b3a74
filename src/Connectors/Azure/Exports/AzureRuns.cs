using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Outlay.Ingest.Connect;
using Outlay.Kernel;

namespace Outlay.Connectors.Azure.Exports;

/// <summary>What a container holds of exports: of each month the newest run, of each run the files that its manifest names.</summary>
internal sealed class AzureRuns(BlobContainerClient container, SettingValues settings)
{
    private const int LargestManifest = 8 * 1024 * 1024;
    private static readonly string[] Endings = [".csv", ".csv.gz", ".parquet"];
    private static readonly string[] Pair = ["ActualCost", "AmortizedCost"];

    /// <summary>The newest delivery of each month, newest first.</summary>
    public async Task<Result<RemoteListing>> FindAsync(
        BillingPeriod from,
        CancellationToken cancellationToken
    )
    {
        var runs = await ListAsync(cancellationToken);
        var chosen = new Dictionary<BillingPeriod, List<Run>>();
        var read = new Dictionary<Run, RunManifest>();
        foreach (var export in runs.GroupBy(r => r.Place.Export, StringComparer.Ordinal))
        {
            foreach (var (month, run) in Newest(export, from))
            {
                if (!read.TryGetValue(run, out var manifest))
                {
                    var parsed = await ManifestAsync(run, cancellationToken);
                    if (!parsed.IsOk)
                    {
                        return parsed.Problem;
                    }

                    manifest = parsed.Value;
                    read[run] = manifest;
                }

                if (manifest.IsCosts)
                {
                    chosen.TryAdd(month, []);
                    chosen[month].Add(run);
                }
            }
        }

        if (chosen.Count == 0)
        {
            return Empty(runs.Count);
        }

        return Several(chosen, read) is { } problem
            ? problem
            : new RemoteListing(
                [
                    .. chosen
                        .OrderByDescending(m => m.Key)
                        .Select(m => Delivery(m.Key, m.Value, read)),
                ],
                PaidCalls.None
            );
    }

    private static IEnumerable<(BillingPeriod Month, Run Run)> Newest(
        IEnumerable<Run> runs,
        BillingPeriod from
    ) =>
        runs.Where(r => r.IsComplete)
            .SelectMany(r => r.Place.Months().Select(m => (Month: m, Run: r)))
            .Where(r => r.Month >= from)
            .GroupBy(r => r.Month)
            .Select(g => g.MaxBy(r => r.Run.Written));

    private async Task<List<Run>> ListAsync(CancellationToken cancellationToken)
    {
        var runs = new Dictionary<ExportRun, Run>();
        await foreach (
            var blob in container.GetBlobsAsync(
                BlobTraits.None,
                BlobStates.None,
                Prefix(),
                cancellationToken
            )
        )
        {
            if (ExportRun.OfBlob(blob.Name) is { } place)
            {
                runs.TryAdd(place, new Run(place));
                runs[place].Blobs[blob.Name] = blob.Properties;
            }
        }

        return [.. runs.Values];
    }

    private async Task<Result<RunManifest>> ManifestAsync(
        Run run,
        CancellationToken cancellationToken
    )
    {
        if (run.ManifestName is not { } name)
        {
            return RunManifest.None;
        }

        if (run.Blobs[name].ContentLength > LargestManifest)
        {
            return new Problem(
                ProblemKind.Invalid,
                $"{name} is too large for a manifest.",
                "Check the directory.",
                AzureFields.Directory.Name
            );
        }

        var text = await container.GetBlobClient(name).DownloadContentAsync(cancellationToken);
        return RunManifest.Parse(name, text.Value.Content.ToString());
    }

    // An actual and an amortised export of the same usage are one set; any other two would count costs twice.
    private Problem? Several(
        Dictionary<BillingPeriod, List<Run>> chosen,
        Dictionary<Run, RunManifest> read
    )
    {
        var exports = chosen
            .Values.SelectMany(r => r)
            .GroupBy(r => r.Place.Export, StringComparer.Ordinal)
            .Select(g =>
                (Path: g.Key, Kind: g.Select(r => read[r].Kind).FirstOrDefault(k => k is not null))
            )
            .ToList();
        var isPair =
            exports.Count == 2
            && (
                exports.All(e => e.Kind is null)
                || Pair.All(k =>
                    exports.Any(e => string.Equals(e.Kind, k, StringComparison.OrdinalIgnoreCase))
                )
            );
        return exports.Count < 2 || isPair
            ? null
            : new Problem(
                ProblemKind.Invalid,
                $"There are {exports.Count} exports of costs below {Prefix()}: {string.Join(", ", exports.Select(e => e.Kind is null ? e.Path : $"{e.Path} ({e.Kind})"))}. They may hold the same costs.",
                "Write the directory of one of them, or the common one of an actual and an amortised export.",
                AzureFields.Directory.Name
            );
    }

    private static RemoteDelivery Delivery(
        BillingPeriod month,
        List<Run> runs,
        Dictionary<Run, RunManifest> read
    )
    {
        var files = runs.OrderBy(r => r.Place.Export, StringComparer.Ordinal)
            .SelectMany(r => Files(r, read[r]))
            .ToList();
        var text = string.Join('\n', files.Select(f => $"{f.Id} {f.Version} {f.Bytes}"));
        return new RemoteDelivery(
            month,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            files
        );
    }

    private static IEnumerable<RemoteFile> Files(Run run, RunManifest manifest)
    {
        var folder = run.Place.Export.Split('/')[^1];
        var names =
            manifest.Blobs.Count > 0
                ? manifest.Blobs
                : run.Blobs.Keys.Where(IsData).Order(StringComparer.Ordinal).ToList();
        return names.Select(name =>
        {
            var place = $"{(folder.Length == 0 ? "export" : folder)}/{name.Split('/')[^1]}";
            // A file that the manifest names and the container lacks has no size; fetching it says that it is missing.
            return run.Blobs.TryGetValue(name, out var blob)
                ? new RemoteFile(name, place, blob.ContentLength, blob.ETag?.ToString() ?? "")
                : new RemoteFile(name, place, null, "");
        });
    }

    private static bool IsData(string name) =>
        Endings.Any(e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    private string? Prefix()
    {
        var directory = settings[AzureFields.Directory.Name]?.Trim('/');
        return string.IsNullOrEmpty(directory) ? null : directory + "/";
    }

    private Problem Empty(int runs) =>
        new(
            ProblemKind.NotFound,
            runs == 0
                ? $"There are no runs of an export below {settings[AzureFields.Container.Name]}/{Prefix()}."
                : $"The runs below {settings[AzureFields.Container.Name]}/{Prefix()} hold no costs of the months asked for, or none has ended.",
            "Check the directory. A new export runs once a day; Run now in its menu starts it, and Export selected dates brings former months.",
            AzureFields.Directory.Name
        );

    private sealed class Run(ExportRun place)
    {
        public ExportRun Place { get; } = place;

        public Dictionary<string, BlobItemProperties> Blobs { get; } = new(StringComparer.Ordinal);

        public string? ManifestName => Blobs.Keys.FirstOrDefault(ExportRun.IsManifest);

        /// <summary>Whether it has ended: a run in a folder of its own writes its manifest last.</summary>
        public bool IsComplete =>
            ManifestName is not null
            || (!Place.Name.Contains('/', StringComparison.Ordinal) && !IsRunFolder);

        public DateTimeOffset Written =>
            ManifestName is { } name
                ? Blobs[name].LastModified ?? DateTimeOffset.MinValue
                : Blobs.Values.Max(b => b.LastModified ?? DateTimeOffset.MinValue);

        private bool IsRunFolder => Guid.TryParse(Place.Name, out _);
    }
}
