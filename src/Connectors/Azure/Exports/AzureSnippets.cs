using Outlay.Kernel;

namespace Outlay.Connectors.Azure.Exports;

/// <summary>What to run or paste at Azure, with the names of the connection filled in.</summary>
internal static class AzureSnippets
{
    public static IReadOnlyList<SetupSnippet> Of(SettingValues settings)
    {
        var account = settings[AzureFields.Account.Name] ?? "ACCOUNT";
        var container = settings[AzureFields.Container.Name] ?? "CONTAINER";
        var directory = settings[AzureFields.Directory.Name]?.Trim('/') ?? "costs";
        var parent = directory.Contains('/', StringComparison.Ordinal)
            ? directory[..directory.LastIndexOf('/')]
            : directory;
        return
        [
            new(
                "Azure CLI: a signature that may read and list for a year",
                $"""
                az storage container generate-sas --account-name {account} --name {container} \
                  --permissions rl --https-only --expiry $(date -u -d '+365 days' +%Y-%m-%dT%H:%MZ) -o tsv
                """
            ),
            new(
                "Azure CLI: an app registration that may read the container",
                $"""
                SCOPE=$(az storage account show --name {account} --query id -o tsv)/blobServices/default/containers/{container}
                az ad sp create-for-rbac --name outlay --role "Storage Blob Data Reader" --scopes "$SCOPE"
                """
            ),
            new(
                "Terraform: the role for an identity",
                $$"""
                data "azurerm_storage_account" "bills" {
                  name                = "{{account}}"
                  resource_group_name = "RESOURCE-GROUP"
                }

                resource "azurerm_role_assignment" "outlay" {
                  scope                = "${data.azurerm_storage_account.bills.id}/blobServices/default/containers/{{container}}"
                  role_definition_name = "Storage Blob Data Reader"
                  principal_id         = "OBJECT-ID-OF-THE-IDENTITY"
                }
                """
            ),
            new(
                "In the portal: make the export",
                $"""
                Cost Management > Exports > Create > Cost and usage details (FOCUS), or actual and amortised costs
                Frequency: daily export of month-to-date costs
                Storage account: {account}, container: {container}, directory: {parent}
                Format: Parquet or CSV, compressed; file partitioning on; overwrite on
                For former months: Export selected dates, one run for up to three months
                """
            ),
        ];
    }
}
