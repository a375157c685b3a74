using Outlay.Kernel;

namespace Outlay.Connectors.Gcp.Access;

/// <summary>The settings that connections to Google Cloud share.</summary>
internal static class GoogleFields
{
    public const string ByKey = "key";
    public const string ByMachine = "machine";

    public static readonly SettingField Access = new(
        "access",
        "Sign in by",
        "A service account's key, or what this machine has: an attached service account, workload identity federation, gcloud."
    )
    {
        Kind = FieldKind.Choice,
        Choices =
        [
            new(ByKey, "Service account key"),
            new(ByMachine, "This machine's own identity"),
        ],
    };

    public static readonly SettingField Key = new(
        "key",
        "Key file",
        "The whole JSON file of the service account's key. Kept encrypted and never shown again."
    )
    {
        Kind = FieldKind.SecretText,
        IsRequired = true,
        When = $"access={ByKey}",
    };

    public static readonly SettingField Endpoint = new(
        "endpoint",
        "API endpoint",
        "Only for private access, such as https://storage-outlay.p.googleapis.com."
    )
    {
        Kind = FieldKind.Address,
        IsAdvanced = true,
    };
}
