using System.Runtime.CompilerServices;
using Azure;
using Azure.Core;
using Azure.Storage.Blobs;
using Outlay.Connectors.Azure.SignIn;
using Outlay.Kernel;

namespace Outlay.Connectors.Azure.Exports;

/// <summary>The container's client, which acts as a connection's settings say.</summary>
internal static class AzureContainer
{
    // The caller tries again too, with longer waits.
    private const int Retries = 2;

    private static readonly ConditionalWeakTable<SettingValues, BlobContainerClient> Clients = [];

    /// <summary>The client of settings; the same while they live, so that a token is fetched once for all files.</summary>
    public static BlobContainerClient Of(SettingValues settings) =>
        Clients.GetValue(settings, Make);

    /// <summary>Signs in, when that is a step of its own; null for a signature, which is shown with each call.</summary>
    public static TokenCredential? Credential(SettingValues settings) =>
        AzureSignIn.Credential(settings.Choice(AzureFields.Access), settings);

    /// <summary>Address of the account's blobs.</summary>
    public static string Endpoint(SettingValues settings) =>
        settings[AzureFields.Endpoint.Name]?.TrimEnd('/')
        ?? $"https://{settings[AzureFields.Account.Name]}.blob.core.windows.net";

    /// <summary>The signature without its question mark.</summary>
    public static string Sas(SettingValues settings) =>
        (settings[AzureFields.Sas.Name] ?? "").TrimStart('?');

    private static BlobContainerClient Make(SettingValues settings)
    {
        var address = new Uri($"{Endpoint(settings)}/{settings[AzureFields.Container.Name]}");
        var options = new BlobClientOptions
        {
            Retry = { MaxRetries = Retries, NetworkTimeout = TimeSpan.FromMinutes(2) },
        };
        return Credential(settings) is { } credential
            ? new BlobContainerClient(address, credential, options)
            : new BlobContainerClient(address, new AzureSasCredential(Sas(settings)), options);
    }
}
