using Outlay.Kernel;

namespace Outlay.Connectors.Aws.Exports;

/// <summary>The settings of connections to AWS.</summary>
internal static class AwsFields
{
    public const string ByMachine = "machine";
    public const string ByKey = "key";

    public static readonly SettingField Bucket = new(
        "bucket",
        "S3 bucket",
        "The bucket that the export is delivered to, without s3://."
    )
    {
        IsRequired = true,
        Example = "acme-billing-exports",
    };

    public static readonly SettingField Prefix = new(
        "prefix",
        "Path of the export",
        "Path prefix and name of the export, as the console shows them; everything below is searched for its manifests."
    )
    {
        Example = "exports/outlay-cur2",
    };

    public static readonly SettingField Region = new(
        "region",
        "Region of the bucket",
        "Such as eu-central-1; us-east-1 when empty."
    )
    {
        Example = "us-east-1",
    };

    public static readonly SettingField Access = new(
        "access",
        "Sign in by",
        "What this machine has (environment, profile, instance or container role), or an access key that is kept here, encrypted."
    )
    {
        Kind = FieldKind.Choice,
        Choices = [new(ByMachine, "This machine's own role or profile"), new(ByKey, "Access key")],
    };

    public static readonly SettingField AccessKey = new(
        "access-key",
        "Access key id",
        "Of a user that has the policy shown here and nothing else."
    )
    {
        IsRequired = true,
        When = $"access={ByKey}",
        Example = "AKIA...",
    };

    public static readonly SettingField SecretKey = new(
        "secret-key",
        "Secret access key",
        "Kept encrypted and never shown again."
    )
    {
        Kind = FieldKind.Secret,
        IsRequired = true,
        When = $"access={ByKey}",
    };

    public static readonly SettingField Profile = new(
        "profile",
        "Profile",
        "A profile of this machine's AWS settings; the default chain when empty."
    )
    {
        When = $"access={ByMachine}",
        IsAdvanced = true,
    };

    public static readonly SettingField Role = new(
        "role",
        "Role to assume",
        "ARN of a role in the account that holds the bucket; empty to read as the signed-in identity itself."
    )
    {
        Example = "arn:aws:iam::111122223333:role/outlay",
    };

    public static readonly SettingField ExternalId = new(
        "external-id",
        "External id",
        "As the role's trust policy asks for it."
    );

    public static readonly SettingField Endpoint = new(
        "endpoint",
        "Endpoint",
        "Only for S3-compatible storage, such as http://127.0.0.1:9000."
    )
    {
        Kind = FieldKind.Address,
        MayBePlain = true,
        IsAdvanced = true,
    };

    public static IReadOnlyList<SettingField> SignIn { get; } =
    [Access, AccessKey, SecretKey, Profile, Role, ExternalId];
}
