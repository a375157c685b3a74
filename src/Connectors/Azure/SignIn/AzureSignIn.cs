using Azure.Core;
using Azure.Identity;
using Outlay.Connectors.Azure.Exports;
using Outlay.Kernel;

namespace Outlay.Connectors.Azure.SignIn;

/// <summary>Signs in to Azure as settings say.</summary>
internal static class AzureSignIn
{
    /// <summary>The credential of a way to sign in; null for a signature, which is shown with each call.</summary>
    public static TokenCredential? Credential(string way, SettingValues settings) =>
        way switch
        {
            AzureFields.ByPrincipal => new ClientSecretCredential(
                settings[AzureFields.Tenant.Name],
                settings[AzureFields.Client.Name],
                settings[AzureFields.ClientSecret.Name]
            ),
            AzureFields.ByMachine => new DefaultAzureCredential(
                new DefaultAzureCredentialOptions
                {
                    ManagedIdentityClientId = settings[AzureFields.Identity.Name],
                    ExcludeInteractiveBrowserCredential = true,
                }
            ),
            _ => null,
        };
}
