using System.Globalization;
using Outlay.Inventory;
using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Rules.Costs;

/// <summary>Numbers and subjects as recommendations word them.</summary>
internal static class Wording
{
    public static string Money(decimal amount, string currency) =>
        string.Create(CultureInfo.InvariantCulture, $"{amount:#,##0.00} {currency}");

    public static string Percent(double value) =>
        string.Create(CultureInfo.InvariantCulture, $"{value:0.#} %");

    public static string Share(decimal share) =>
        string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.#} %");

    public static string Number(double value) =>
        value.ToString("#,##0.##", CultureInfo.InvariantCulture);

    public static string Rate(decimal amount, string currency) =>
        string.Create(CultureInfo.InvariantCulture, $"{amount:0.######} {currency} an hour");

    public static string Bytes(double bytes) =>
        bytes >= 1e9 ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:0.#} GB")
        : bytes >= 1e6 ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:0.#} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:0.#} kB");

    public static Subject Of(RuleContext context, Snapshot scan, Resource resource, string kind) =>
        new(
            resource.Name,
            resource.Label,
            kind,
            resource.Provider,
            resource.AccountId,
            resource.Region == "global" ? null : resource.Region,
            context.Bill.Of(resource) is [{ ResourceId: { } id }, ..] ? id : null
        )
        {
            AccountName = scan.Accounts.FirstOrDefault(a => a.Id == resource.AccountId)?.Name,
            Tags = resource.Tags,
        };

    /// <summary>How sure a finding is by how much of a usual window was measured.</summary>
    public static double Confidence(Metric metric) =>
        Math.Min(1, (metric.To - metric.From).TotalDays / 14) * metric.Completeness;

    /// <summary>The command of a provider's own tool: AWS's names the region, Google's the zone, Azure's the resource group.</summary>
    public static HowTo Cli(
        Resource resource,
        string aws,
        string? azure = null,
        string? google = null
    ) =>
        resource.Provider switch
        {
            "Microsoft" => new HowTo(
                "Azure CLI",
                azure?.Replace("{group}", Group(resource), StringComparison.Ordinal)
                    ?? "Change it in the portal, or by the template that made it."
            ),
            "Google Cloud" => new HowTo(
                "gcloud",
                google?.Replace(
                    "{zone}",
                    $"--zone {resource.Zone ?? "ZONE"} --project {resource.AccountId}",
                    StringComparison.Ordinal
                ) ?? "Change it in the console, or by the template that made it."
            ),
            _ => new HowTo(
                "AWS CLI",
                aws.Replace("{region}", $"--region {resource.Region}", StringComparison.Ordinal)
            ),
        };

    // /subscriptions/ID/resourceGroups/GROUP/providers/...
    private static string Group(Resource resource) =>
        resource.Name.Split('/') is [_, _, _, _, var group, ..] ? group : "GROUP";
}
