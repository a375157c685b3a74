using Outlay.Kernel;

namespace Outlay.Connectors.Azure.Exports;

/// <summary>The settings of connections to Azure exports.</summary>
internal static class AzureFields
{
    public const string BySas = "sas";
    public const string ByPrincipal = "principal";
    public const string ByMachine = "machine";

    public static readonly SettingField Account = new(
        "account",
        "Storage account",
        "Name of the storage account that the exports are delivered to."
    )
    {
        IsRequired = true,
        Example = "acmebilling",
    };

    public static readonly SettingField Container = new(
        "container",
        "Container",
        "The blob container, as the export's settings show it."
    )
    {
        IsRequired = true,
        Example = "exports",
    };

    public static readonly SettingField Directory = new(
        "directory",
        "Directory",
        "The export's directory and name. Give the common directory of an actual and an amortised export: they are read as one set."
    )
    {
        Example = "costs/focus",
    };

    public static readonly SettingField Access = new(
        "access",
        "Sign in by",
        "A shared access signature of the container, an app registration, or what this machine has (managed identity, environment, Azure CLI)."
    )
    {
        Kind = FieldKind.Choice,
        Choices =
        [
            new(BySas, "Shared access signature"),
            new(ByPrincipal, "App registration"),
            new(ByMachine, "This machine's own identity"),
        ],
    };

    public static readonly SettingField Sas = new(
        "sas",
        "Shared access signature",
        "Of the container, with the permissions read and list; the text after the question mark."
    )
    {
        Kind = FieldKind.Secret,
        IsRequired = true,
        When = $"access={BySas}",
    };

    public static readonly SettingField Tenant = new(
        "tenant",
        "Directory (tenant) id",
        "Of the app registration."
    )
    {
        IsRequired = true,
        When = $"access={ByPrincipal}",
    };

    public static readonly SettingField Client = new(
        "client",
        "Application (client) id",
        "Of the app registration."
    )
    {
        IsRequired = true,
        When = $"access={ByPrincipal}",
    };

    public static readonly SettingField ClientSecret = new(
        "client-secret",
        "Client secret",
        "Its value, not its id."
    )
    {
        Kind = FieldKind.Secret,
        IsRequired = true,
        When = $"access={ByPrincipal}",
    };

    public static readonly SettingField Identity = new(
        "identity",
        "Client id of a user-assigned identity",
        "Empty for the system-assigned one."
    )
    {
        When = $"access={ByMachine}",
        IsAdvanced = true,
    };

    public static readonly SettingField Endpoint = new(
        "endpoint",
        "Blob endpoint",
        "Only for sovereign clouds and private endpoints; https://ACCOUNT.blob.core.windows.net when empty."
    )
    {
        Kind = FieldKind.Address,
        IsAdvanced = true,
    };

    public static IReadOnlyList<SettingField> All { get; } =
    [Account, Container, Directory, Access, Sas, Tenant, Client, ClientSecret, Identity, Endpoint];
}
