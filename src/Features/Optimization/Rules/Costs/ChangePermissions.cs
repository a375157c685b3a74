using Outlay.Optimization.Bill;

namespace Outlay.Optimization.Rules.Costs;

/// <summary>The permissions that a change needs, in the words of the cloud that it is made in.</summary>
internal static class ChangePermissions
{
    private static readonly Dictionary<string, (string Azure, string Google)> Known = new(
        StringComparer.Ordinal
    )
    {
        ["ec2:StopInstances"] = (
            "Microsoft.Compute/virtualMachines/deallocate/action",
            "compute.instances.stop"
        ),
        ["ec2:StartInstances"] = (
            "Microsoft.Compute/virtualMachines/start/action",
            "compute.instances.start"
        ),
        ["ec2:ModifyInstanceAttribute"] = (
            "Microsoft.Compute/virtualMachines/write",
            "compute.instances.setMachineType"
        ),
        ["ec2:TerminateInstances"] = (
            "Microsoft.Compute/virtualMachines/delete",
            "compute.instances.delete"
        ),
        ["ec2:CreateImage"] = ("Microsoft.Compute/images/write", "compute.images.create"),
        ["ec2:CreateTags"] = ("Microsoft.Resources/tags/write", "compute.instances.setLabels"),
        ["ec2:DeleteVolume"] = ("Microsoft.Compute/disks/delete", "compute.disks.delete"),
        ["ec2:CreateSnapshot"] = (
            "Microsoft.Compute/snapshots/write",
            "compute.disks.createSnapshot"
        ),
        ["ec2:DeleteSnapshot"] = ("Microsoft.Compute/snapshots/delete", "compute.snapshots.delete"),
        ["ec2:ReleaseAddress"] = (
            "Microsoft.Network/publicIPAddresses/delete",
            "compute.addresses.delete"
        ),
    };

    /// <summary>The same permissions at another cloud; those that have no counterpart there are left out.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="permissions">As AWS names them.</param>
    public static IReadOnlyList<string> Of(string provider, IReadOnlyList<string> permissions) =>
        provider switch
        {
            Clouds.Azure => [.. Of(permissions).Select(p => p.Azure)],
            Clouds.Google => [.. Of(permissions).Select(p => p.Google)],
            _ => permissions,
        };

    private static IEnumerable<(string Azure, string Google)> Of(
        IReadOnlyList<string> permissions
    ) => permissions.Where(Known.ContainsKey).Select(p => Known[p]);
}
