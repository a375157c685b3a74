using System.Xml.Linq;
using Outlay.Connectors.Aws.Inventory.Scan;
using Outlay.Connectors.Aws.Inventory.Wire;
using Outlay.Inventory.Resources;

namespace Outlay.Connectors.Aws.Inventory.Readers;

/// <summary>The account's own machine images, and who names them.</summary>
internal static class Images
{
    /// <param name="part">The part.</param>
    /// <param name="used">Images that machines were started from.</param>
    /// <param name="machinesRead">Whether the machines could be read.</param>
    public static async Task ReadAsync(AwsPart part, HashSet<string> used, bool machinesRead)
    {
        var images = new List<XElement>();
        await part.TryAsync(
            "Machine images",
            async () =>
            {
                await foreach (
                    var page in part.PagesAsync(
                        AwsApi.Ec2,
                        "DescribeImages",
                        PageNames.Ec2,
                        [("Owner.1", "self")],
                        part.Cancel
                    )
                )
                {
                    images.AddRange(page.Items("imagesSet"));
                }
            }
        );
        if (images.Count == 0)
        {
            return;
        }

        // Where the references are not whole, an image counts as named: better one proposal too few than an image too few.
        var whole = await TemplatesAsync(part, used) & await ConfigurationsAsync(part, used);
        part.Found.AddRange(images.Select(i => Image(part, i, used, whole && machinesRead)));
    }

    private static Task<bool> TemplatesAsync(AwsPart part, HashSet<string> used) =>
        part.TryAsync(
            "Launch templates",
            async () =>
            {
                await foreach (
                    var page in part.PagesAsync(
                        AwsApi.Ec2,
                        "DescribeLaunchTemplateVersions",
                        PageNames.Ec2Whole,
                        [
                            ("LaunchTemplateVersion.1", "$Latest"),
                            ("LaunchTemplateVersion.2", "$Default"),
                        ],
                        part.Cancel
                    )
                )
                {
                    used.UnionWith(
                        page.Items("launchTemplateVersionSet")
                            .Select(v => v.Text("launchTemplateData/imageId"))
                            .OfType<string>()
                    );
                }
            }
        );

    private static Task<bool> ConfigurationsAsync(AwsPart part, HashSet<string> used) =>
        part.TryAsync(
            "Launch configurations",
            async () =>
            {
                await foreach (
                    var page in part.PagesAsync(
                        AwsApi.AutoScaling,
                        "DescribeLaunchConfigurations",
                        PageNames.AutoScaling,
                        cancellationToken: part.Cancel
                    )
                )
                {
                    used.UnionWith(
                        page.Items("LaunchConfigurations")
                            .Select(c => c.Text("ImageId"))
                            .OfType<string>()
                    );
                }
            }
        );

    private static MachineImage Image(
        AwsPart part,
        XElement item,
        HashSet<string> used,
        bool isWhole
    )
    {
        var id = item.Text("imageId") ?? "";
        var tags = item.Tags("tagSet");
        return new MachineImage
        {
            Provider = AwsInventoryCollector.ProviderName,
            AccountId = part.Account.Id,
            Region = part.Region,
            Id = id,
            Name = part.Arn("ec2", $"image/{id}"),
            DisplayName = tags.GetValueOrDefault("Name") ?? item.Text("name"),
            CreatedAt = item.Time("creationDate"),
            Tags = tags,
            SnapshotIds =
            [
                .. item.Items("blockDeviceMapping")
                    .Select(d => d.Text("ebs/snapshotId"))
                    .OfType<string>(),
            ],
            LastUsedAt = item.Time("lastLaunchedTime"),
            IsReferenced = !isWhole || used.Contains(id),
        };
    }
}
