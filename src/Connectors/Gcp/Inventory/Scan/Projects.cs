using Outlay.Inventory.Calls;

namespace Outlay.Connectors.Gcp.Inventory.Scan;

/// <summary>Finds the projects to look at.</summary>
internal static class Projects
{
    private const string Permission = "resourcemanager.projects.get";

    /// <summary>Those that the identity may see and that are not being deleted.</summary>
    /// <exception cref="RestException">They cannot be read.</exception>
    public static async Task<IReadOnlyList<(string Id, string? Name)>> VisibleAsync(GcpScan scan)
    {
        var found = new List<(string, string?)>();
        await foreach (
            var page in new GcpPart(scan, "", null).PagesAsync(
                "cloudresourcemanager",
                Permission,
                "/v3/projects:search?pageSize=500&query=state%3AACTIVE",
                scan.Rest.Cancel
            )
        )
        {
            found.AddRange(
                page.Items("projects")
                    .Select(p => (p.Text("projectId") ?? "", p.Text("displayName")))
            );
        }

        return found;
    }

    /// <summary>Those that the settings name, else all that may be seen.</summary>
    public static async Task<IReadOnlyList<(string Id, string? Name)>> FindAsync(GcpScan scan)
    {
        if (scan.Settings.Choice(InventoryFields.Scope) == InventoryFields.ScopeList)
        {
            return [.. InventoryFields.ProjectsOf(scan.Settings).Select(p => (p, (string?)null))];
        }

        var visible = new List<(string Id, string? Name)>();
        await scan.Rest.TryAsync(
            "",
            null,
            "Projects",
            async () => visible.AddRange(await VisibleAsync(scan))
        );
        return visible;
    }
}
