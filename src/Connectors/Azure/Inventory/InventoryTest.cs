using Outlay.Connectors.Azure.Inventory.Measures;
using Outlay.Connectors.Azure.Inventory.Readers;
using Outlay.Connectors.Azure.Inventory.Scan;
using Outlay.Inventory.Calls;
using Outlay.Kernel;

namespace Outlay.Connectors.Azure.Inventory;

/// <summary>Tries what a scan needs: signing in, seeing subscriptions, and a call of each kind in each of them.</summary>
internal sealed class InventoryTest(AzureScan scan)
{
    private const int MostSubscriptions = 10;

    public async IAsyncEnumerable<TestStep> RunAsync()
    {
        var signedIn = await scan.SignInAsync();
        yield return new TestStep("Sign in", signedIn.IsOk ? "allowed" : null, signedIn.Problem);
        if (!signedIn.IsOk)
        {
            yield break;
        }

        yield return await StepAsync(
            "List the subscriptions",
            async () =>
            {
                var visible = await Subscriptions.VisibleAsync(scan);
                return visible.Count == 1 ? "1 subscription" : $"{visible.Count} subscriptions";
            }
        );
        foreach (var (id, name) in (await Subscriptions.FindAsync(scan)).Take(MostSubscriptions))
        {
            await foreach (var step in CallsAsync(new AzurePart(scan, id, name)))
            {
                yield return step;
            }
        }
    }

    private async IAsyncEnumerable<TestStep> CallsAsync(AzurePart part)
    {
        string? machine = null;
        foreach (
            var (kind, version) in new[]
            {
                (Machines.Kind, Machines.Version),
                (Disks.Kind, Disks.Version),
                (Disks.SnapshotKind, Disks.Version),
                (Addresses.InterfaceKind, Addresses.Version),
                (Addresses.Kind, Addresses.Version),
            }
        )
        {
            yield return await StepAsync(
                $"Read {kind} of {part.Name ?? part.Id}",
                async () =>
                {
                    var page = await scan.Rest.Wire.JsonAsync(
                        part.Call($"/providers/{kind}?{version}", $"{kind}/read"),
                        scan.Rest.Cancel
                    );
                    machine ??=
                        kind == Machines.Kind
                            ? page.Items("value").FirstOrDefault().Text("id")
                            : null;
                    return "allowed";
                }
            );
        }

        if (machine is not null)
        {
            yield return await StepAsync(
                $"Read metrics of {ArmId.Last(machine)}",
                async () =>
                {
                    await scan.Rest.Wire.JsonAsync(
                        new RestCall(
                            part.Id,
                            "global",
                            MetricReader.Operation,
                            MetricReader.Single(scan, machine, MetricPlan.HourlyCpu),
                            scan.ArmScope
                        ),
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
