using Outlay.Connectors.Aws.Inventory.Wire;

namespace Outlay.Connectors.Aws.Inventory.Scan;

/// <summary>Finds the regions of an account to look at.</summary>
internal static class RegionFinder
{
    /// <summary>Those that are set, else all that are enabled; the home region alone when they cannot be read.</summary>
    public static async Task<IReadOnlyList<string>> FindAsync(AwsScan scan, AwsAccount account)
    {
        if (InventoryFields.RegionsOf(scan.Settings) is { Count: > 0 } set)
        {
            return set;
        }

        var part = new AwsPart(scan, new AwsPlace(scan, account, account.Home));
        var regions = new List<string>();
        await scan.TryAsync(
            account.Id,
            null,
            "Regions but the home region",
            async () => regions.AddRange(await EnabledAsync(part))
        );
        return regions.Count == 0 ? [account.Home] : regions;
    }

    /// <summary>The regions that are enabled.</summary>
    public static async Task<IReadOnlyList<string>> EnabledAsync(AwsPart part)
    {
        var answer = await part.XmlAsync(AwsCall.Form(AwsApi.Ec2, "DescribeRegions"));
        return
        [
            .. answer
                .Items("regionInfo")
                .Where(r => r.Text("optInStatus") != "not-opted-in")
                .Select(r => r.Text("regionName"))
                .OfType<string>()
                .Order(StringComparer.Ordinal),
        ];
    }
}
