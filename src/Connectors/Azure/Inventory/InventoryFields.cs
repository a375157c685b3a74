using Outlay.Connectors.Azure.Exports;
using Outlay.Kernel;

namespace Outlay.Connectors.Azure.Inventory;

/// <summary>The settings of scans of Azure subscriptions.</summary>
internal static class InventoryFields
{
    public const string ScopeAll = "all";
    public const string ScopeList = "list";
    public const string RegionMark = "{region}";

    private const string PublicArm = "https://management.azure.com";
    private const string PublicMetrics = $"https://{RegionMark}.metrics.monitor.azure.com";

    public static readonly SettingField Access = new(
        AzureFields.Access.Name,
        "Sign in by",
        "An app registration, or what this machine has (managed identity, environment, Azure CLI)."
    )
    {
        Kind = FieldKind.Choice,
        Choices =
        [
            new(AzureFields.ByPrincipal, "App registration"),
            new(AzureFields.ByMachine, "This machine's own identity"),
        ],
    };

    public static readonly SettingField Scope = new(
        "scope",
        "Subscriptions",
        "All that the identity may see, or those that are listed."
    )
    {
        Kind = FieldKind.Choice,
        Choices = [new(ScopeAll, "All it may see"), new(ScopeList, "A list")],
    };

    public static readonly SettingField Subscriptions = new(
        "subscriptions",
        "Subscription ids",
        "With commas between them."
    )
    {
        IsRequired = true,
        When = $"scope={ScopeList}",
        Example = "7b1f6a3c-0000-4000-8000-000000000001",
    };

    public static readonly SettingField Regions = new(
        "regions",
        "Regions",
        "With commas between them; all when empty."
    )
    {
        Example = "westeurope, germanywestcentral",
    };

    public static readonly SettingField Endpoint = new(
        "endpoint",
        "Resource Manager endpoint",
        $"Only for sovereign clouds and private links; {PublicArm} when empty."
    )
    {
        Kind = FieldKind.Address,
        IsAdvanced = true,
    };

    public static readonly SettingField Metrics = new(
        "metrics-endpoint",
        "Metrics endpoint",
        $"Where metrics of many machines are asked for at once; {PublicMetrics} when empty, machine by machine where another Resource Manager is set."
    )
    {
        IsAdvanced = true,
        Example = "https://{region}.metrics.monitor.azure.us",
    };

    public static IReadOnlyList<SettingField> All { get; } =
    [
        Access,
        AzureFields.Tenant,
        AzureFields.Client,
        AzureFields.ClientSecret,
        AzureFields.Identity,
        Scope,
        Subscriptions,
        Regions,
        Endpoint,
        Metrics,
    ];

    public static IReadOnlyList<string> SubscriptionsOf(SettingValues settings) =>
        Plain(settings.Listed(Subscriptions));

    public static IReadOnlyList<string> RegionsOf(SettingValues settings) =>
        Plain(settings.Listed(Regions));

    public static string ArmOf(SettingValues settings) =>
        settings[Endpoint.Name]?.TrimEnd('/') ?? PublicArm;

    /// <summary>Where metrics are asked for many machines at once, with <see cref="RegionMark"/> in it; null for nowhere.</summary>
    public static string? MetricsOf(SettingValues settings) =>
        settings[Metrics.Name]?.TrimEnd('/')
        ?? (settings[Endpoint.Name] is null ? PublicMetrics : null);

    public static IEnumerable<Problem> Check(SettingValues settings)
    {
        foreach (var id in SubscriptionsOf(settings).Where(s => !Guid.TryParseExact(s, "D", out _)))
        {
            yield return Subscriptions.Wrong(
                id,
                "Write the subscription's id, which has 36 characters, not its name."
            );
        }

        foreach (var region in RegionsOf(settings).Where(r => !r.All(char.IsAsciiLetterOrDigit)))
        {
            yield return Regions.Wrong(region, "Write its code, such as westeurope, not its name.");
        }

        if (
            settings[Metrics.Name] is { } metrics
            && !SettingValues.IsSafe(
                metrics.Replace(RegionMark, "region", StringComparison.Ordinal)
            )
        )
        {
            yield return Metrics.Wrong(metrics, "Write it with https://.");
        }
    }

    private static IReadOnlyList<string> Plain(IReadOnlyList<string> values) =>
        [.. values.Select(v => v.ToLowerInvariant())];
}
