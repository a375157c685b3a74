using System.Globalization;
using System.Text;
using System.Text.Json;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Sas;
using Outlay.Connections.Sources;
using Outlay.Kernel;

namespace Outlay.Connections.Tests.Azure;

/// <summary>A container of its own, to which a test delivers exports as Cost Management does.</summary>
internal sealed class BillingContainer
{
    // The emulator's one key, which its documentation publishes.
    private const string Key =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly BlobContainerClient _client;
    private readonly StorageSharedKeyCredential _key = new(AzuriteFixture.Account, Key);

    private BillingContainer(string address, string name) =>
        _client = new BlobContainerClient(
            new Uri($"{address}/{AzuriteFixture.Account}/{name}"),
            _key
        );

    public static async Task<BillingContainer> MakeAsync(string address)
    {
        var container = new BillingContainer(address, $"bills-{Guid.NewGuid():N}");
        await container._client.CreateAsync();
        return container;
    }

    /// <summary>Lets blobs written afterwards be newer: Azure keeps their times in whole seconds.</summary>
    public static Task NextSecondAsync() =>
        Task.Delay(TimeSpan.FromMilliseconds(1100), TestContext.Current.CancellationToken);

    public ConnectionDraft Draft(
        string endpoint,
        string directory = "costs/focus",
        BlobContainerSasPermissions permissions =
            BlobContainerSasPermissions.Read | BlobContainerSasPermissions.List,
        int days = 1
    ) =>
        new()
        {
            Name = "Azure",
            Kind = "azure-export",
            Schedule = "manual",
            Months = 60,
            Settings = new SettingValues(
                new Dictionary<string, string>
                {
                    ["account"] = AzuriteFixture.Account,
                    ["container"] = _client.Name,
                    ["directory"] = directory,
                    ["access"] = "sas",
                    ["sas"] = Sas(permissions, days),
                    ["endpoint"] = $"{endpoint}/{AzuriteFixture.Account}",
                }
            ),
        };

    /// <summary>A run of a month's FOCUS export: its files, then its manifest.</summary>
    public async Task RunAsync(string range, string run, params decimal[][] files)
    {
        var names = new List<string>();
        for (var i = 0; i < files.Length; i++)
        {
            var name = $"costs/focus/{range}/{run}/part_{i}_0001.csv";
            await PutAsync(name, Focus(range, files[i]));
            names.Add(name);
        }

        await ManifestAsync($"costs/focus/{range}/{run}", "FocusCost", names);
    }

    public Task ManifestAsync(string folder, string kind, IEnumerable<string> names) =>
        PutAsync(
            $"{folder}/manifest.json",
            JsonSerializer.Serialize(
                new
                {
                    exportConfig = new { type = kind },
                    blobs = names.Select(n => new { blobName = n }),
                }
            )
        );

    public Task PutAsync(string name, string text) =>
        _client.GetBlobClient(name).UploadAsync(BinaryData.FromString(text), overwrite: true);

    public Task DeleteAsync(string name) => _client.GetBlobClient(name).DeleteAsync();

    public static string Focus(string range, params decimal[] costs)
    {
        var month = $"{range[..4]}-{range[4..6]}";
        var next = DateOnly
            .ParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture)
            .AddMonths(1);
        var text = new StringBuilder(
            "BilledCost,BillingAccountId,BillingCurrency,BillingPeriodEnd,BillingPeriodStart,ChargeCategory,ChargePeriodEnd,ChargePeriodStart,EffectiveCost,ListCost,ProviderName,ServiceName,SubAccountId,x_BilledCostInUsd\n"
        );
        foreach (var cost in costs)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{cost},billing-1,EUR,{next:yyyy-MM-dd}T00:00:00Z,{month}-01T00:00:00Z,Usage,{month}-03T00:00:00Z,{month}-02T00:00:00Z,{cost},{cost},Microsoft,Virtual Machines,sub-1,{cost}\n"
            );
        }

        return text.ToString();
    }

    private string Sas(BlobContainerSasPermissions permissions, int days)
    {
        var start = TimeProvider.System.GetUtcNow().AddDays(-5);
        var builder = new BlobSasBuilder(permissions, start.AddDays(5 + days))
        {
            BlobContainerName = _client.Name,
            Resource = "c",
            StartsOn = start,
        };
        return builder.ToSasQueryParameters(_key).ToString();
    }
}
