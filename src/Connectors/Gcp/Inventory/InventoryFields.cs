using System.Text.RegularExpressions;
using Outlay.Connectors.Gcp.Access;
using Outlay.Kernel;

namespace Outlay.Connectors.Gcp.Inventory;

/// <summary>The settings of scans of Google Cloud projects.</summary>
internal static partial class InventoryFields
{
    public const string ScopeAll = "all";
    public const string ScopeList = "list";

    public static readonly SettingField Scope = new(
        "scope",
        "Projects",
        "All that the identity may see, or those that are listed."
    )
    {
        Kind = FieldKind.Choice,
        Choices = [new(ScopeAll, "All it may see"), new(ScopeList, "A list")],
    };

    public static readonly SettingField Projects = new(
        "projects",
        "Project ids",
        "With commas between them."
    )
    {
        IsRequired = true,
        When = $"scope={ScopeList}",
        Example = "shop-prod, shop-dev",
    };

    public static readonly SettingField Regions = new(
        "regions",
        "Regions",
        "With commas between them; all when empty."
    )
    {
        Example = "europe-west1, us-central1",
    };

    public static IReadOnlyList<SettingField> All { get; } =
    [GoogleFields.Access, GoogleFields.Key, Scope, Projects, Regions, GoogleFields.Endpoint];

    public static IReadOnlyList<string> ProjectsOf(SettingValues settings) =>
        settings.Listed(Projects);

    public static IReadOnlyList<string> RegionsOf(SettingValues settings) =>
        settings.Listed(Regions);

    public static IEnumerable<Problem> Check(SettingValues settings)
    {
        if (
            settings.Choice(GoogleFields.Access) == GoogleFields.ByKey
            && settings[GoogleFields.Key.Name] is { } key
            && GoogleKey.Parse(key) is { IsOk: false } wrong
        )
        {
            yield return wrong.Problem;
        }

        foreach (var project in ProjectsOf(settings).Where(p => !ProjectId().IsMatch(p)))
        {
            yield return Projects.Wrong(
                project,
                "Write the project's id, such as shop-prod, not its name or number."
            );
        }

        foreach (var region in RegionsOf(settings).Where(r => !RegionId().IsMatch(r)))
        {
            yield return Regions.Wrong(
                region,
                "Write its code, such as europe-west1, not its name or a zone."
            );
        }
    }

    // Projects of companies in the old form have their domain before them: example.com:shop.
    [GeneratedRegex(
        "^([a-z0-9.-]+:)?[a-z][a-z0-9-]{4,28}[a-z0-9]$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ProjectId();

    [GeneratedRegex("^[a-z]+-[a-z]+[0-9]+$", RegexOptions.NonBacktracking)]
    private static partial Regex RegionId();
}
