using Outlay.Connectors.Gcp.Inventory.Measures;
using Outlay.Connectors.Gcp.Inventory.Scan;
using Outlay.Inventory.Calls;
using Outlay.Kernel;

namespace Outlay.Connectors.Gcp.Inventory;

/// <summary>Tries what a scan needs: signing in, seeing projects, and a call of each kind in each of them.</summary>
internal sealed class InventoryTest(GcpScan scan)
{
    private const int MostProjects = 10;

    public async IAsyncEnumerable<TestStep> RunAsync()
    {
        var signedIn = await scan.SignInAsync();
        yield return new TestStep(
            "Sign in",
            signedIn.IsOk ? signedIn.Value : null,
            signedIn.Problem
        );
        if (!signedIn.IsOk)
        {
            yield break;
        }

        var projects = new List<(string Id, string? Name)>();
        if (scan.Settings.Choice(InventoryFields.Scope) == InventoryFields.ScopeList)
        {
            projects.AddRange(await Projects.FindAsync(scan));
        }
        else
        {
            yield return await StepAsync(
                "List the projects",
                async () =>
                {
                    projects.AddRange(await Projects.VisibleAsync(scan));
                    return projects.Count == 1 ? "1 project" : $"{projects.Count} projects";
                }
            );
        }

        foreach (var (id, name) in projects.Take(MostProjects))
        {
            await foreach (var step in CallsAsync(new GcpPart(scan, id, name)))
            {
                yield return step;
            }
        }
    }

    private async IAsyncEnumerable<TestStep> CallsAsync(GcpPart part)
    {
        var project = $"/compute/v1/projects/{part.Id}";
        foreach (
            var (service, permission, path) in new[]
            {
                (
                    "compute",
                    "compute.instances.list",
                    $"{project}/aggregated/instances?maxResults=1"
                ),
                ("compute", "compute.disks.list", $"{project}/aggregated/disks?maxResults=1"),
                ("compute", "compute.snapshots.list", $"{project}/global/snapshots?maxResults=1"),
                (
                    "compute",
                    "compute.addresses.list",
                    $"{project}/aggregated/addresses?maxResults=1"
                ),
                (
                    "monitoring",
                    MetricReader.Permission,
                    MetricReader.Path(part, MetricPlan.Of(false)[0])
                ),
            }
        )
        {
            yield return await StepAsync(
                $"Call {permission} in {part.Name ?? part.Id}",
                async () =>
                {
                    await scan.Rest.Wire.JsonAsync(
                        scan.Call(part.Id, service, permission, path),
                        scan.Rest.Cancel
                    );
                    return "allowed";
                }
            );
        }
    }

    private async Task<TestStep> StepAsync(string name, Func<Task<string>> call)
    {
        try
        {
            return new TestStep(name, await call());
        }
        catch (RestException e)
        {
            return new TestStep(name, null, scan.Rest.Problem(e));
        }
    }
}
