using System.Globalization;
using Outlay.Connectors.Aws.Exports;
using Outlay.Connectors.Aws.Inventory.Scan;
using Outlay.Kernel;

namespace Outlay.Connectors.Aws.Inventory;

/// <summary>The settings of scans of AWS accounts.</summary>
internal static class InventoryFields
{
    public const string ScopeOwn = "own";
    public const string ScopeOrganization = "organization";
    public const string ScopeList = "list";

    private const decimal DefaultUsd = 10m;
    private const int DefaultFine = 1000;

    // CloudWatch keeps steps of five minutes for so many days.
    private const int FineDays = 63;

    public static readonly SettingField Region = new(
        AwsFields.Region.Name,
        "Home region",
        "Where the sign-in and the organisation are asked; that of the partition when empty, such as us-east-1."
    )
    {
        Example = "us-east-1",
        IsAdvanced = true,
    };

    public static readonly SettingField Scope = new(
        "scope",
        "Accounts",
        "The account that is signed in to, all of its organisation, or those that are listed."
    )
    {
        Kind = FieldKind.Choice,
        Choices =
        [
            new(ScopeOwn, "This account"),
            new(ScopeOrganization, "All of the organisation"),
            new(ScopeList, "A list"),
        ],
    };

    public static readonly SettingField Accounts = new(
        "accounts",
        "Account numbers",
        "Twelve digits each, with commas between them."
    )
    {
        IsRequired = true,
        When = $"scope={ScopeList}",
        Example = "111122223333, 444455556666",
    };

    public static readonly SettingField MemberRole = new(
        "member-role",
        "Role in the other accounts",
        "Name of the role that is assumed in each account but the own; OutlayReader when empty."
    )
    {
        Example = DefaultRole,
    };

    public static readonly SettingField MemberExternalId = new(
        "member-external-id",
        "External id of that role",
        "As the trust policies of the roles ask for it."
    );

    public static readonly SettingField Regions = new(
        "regions",
        "Regions",
        "With commas between them; all that are enabled when empty."
    )
    {
        Example = "eu-central-1, us-east-1",
    };

    public static readonly SettingField MetricsUsd = new(
        "metrics-usd",
        "Most a scan may spend on metrics",
        "US dollars; 10 when empty. CloudWatch charges 0.01 for 1,000 metrics, and a machine has six to ten."
    )
    {
        Example = "10",
        IsAdvanced = true,
    };

    public static readonly SettingField FineMachines = new(
        "fine-machines",
        "Machines in steps of five minutes",
        "Up to so many machines of a region have their processors read in steps of five minutes, others by the hour; 1000 when empty, 0 for never."
    )
    {
        Example = "1000",
        IsAdvanced = true,
    };

    private const string DefaultRole = "OutlayReader";

    public static IReadOnlyList<SettingField> All { get; } =
    [
        .. AwsFields.SignIn.Select(Signing),
        Scope,
        Accounts,
        MemberRole,
        MemberExternalId,
        Regions,
        Region,
        MetricsUsd,
        FineMachines,
        AwsFields.Endpoint,
    ];

    // The sign-in is that of the other connections; what its role is for is not.
    private static SettingField Signing(SettingField field) =>
        field == AwsFields.Role
            ? field with
            {
                Help =
                    "ARN of a role that is assumed first, such as one in the management account; empty to go on as the signed-in identity itself.",
            }
            : field;

    public static string RoleOf(SettingValues settings) => settings[MemberRole.Name] ?? DefaultRole;

    public static IReadOnlyList<string> AccountsOf(SettingValues settings) =>
        settings.Listed(Accounts, bySpaces: true);

    public static IReadOnlyList<string> RegionsOf(SettingValues settings) =>
        settings.Listed(Regions, bySpaces: true);

    public static decimal MetricsUsdOf(SettingValues settings) =>
        decimal.TryParse(
            settings[MetricsUsd.Name],
            NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var usd
        )
            ? usd
            : DefaultUsd;

    /// <summary>Whether processors of so many machines are read in steps of five minutes.</summary>
    public static bool IsFine(AwsPart part, int machines)
    {
        var (from, to) = part.Scan.Window;
        var most = int.TryParse(
            part.Scan.Settings[FineMachines.Name],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var set
        )
            ? set
            : DefaultFine;
        return machines <= most && (to - from).TotalDays <= FineDays;
    }

    public static IEnumerable<Problem> Check(SettingValues settings)
    {
        foreach (
            var account in AccountsOf(settings)
                .Where(a => a.Length != 12 || !a.All(char.IsAsciiDigit))
        )
        {
            yield return Accounts.Wrong(account, "Write the twelve digits, without hyphens.");
        }

        foreach (var region in RegionsOf(settings).Where(r => !AwsRules.IsRegion(r)))
        {
            yield return Regions.Wrong(
                region,
                "Write its code, such as eu-central-1, not its name."
            );
        }

        if (
            settings[MemberRole.Name] is { } role
            && role.StartsWith("arn:", StringComparison.Ordinal)
        )
        {
            yield return MemberRole.Wrong(
                role,
                "Write its name alone: it is the same in all accounts."
            );
        }

        if (
            settings[MetricsUsd.Name] is { } usd
            && !decimal.TryParse(
                usd,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out _
            )
        )
        {
            yield return MetricsUsd.Wrong(usd, "Write a number, such as 10 or 2.50.");
        }

        if (
            settings[FineMachines.Name] is { } fine
            && !int.TryParse(fine, NumberStyles.None, CultureInfo.InvariantCulture, out _)
        )
        {
            yield return FineMachines.Wrong(fine, "Write a whole number, such as 1000.");
        }
    }
}
