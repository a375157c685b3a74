namespace Outlay.Optimization.Rules.Billed;

/// <summary>What snapshots cost.</summary>
internal static class BilledSnapshots
{
    public static BilledRule Rule { get; } =
        new(
            new BilledPattern
            {
                Info = new(
                    "bill-snapshots",
                    "Snapshots to look through",
                    Category.StorageAndNetwork,
                    "Snapshots cost money for as long as they are kept. A tenth is counted; up to half is usual where nobody has looked for long."
                ),
                Matches = l => l.IsSnapshot(),
                Share = (_, _) => (0.1m, 0.5m),
                Kind = "Snapshots",
                Title = _ => "Look through old snapshots",
                Why = l =>
                    $"{l.AccountName ?? l.AccountId} pays for snapshots, and lifecycle rules end what is old.",
                Excludes = "life",
                Confidence = 0.4,
                Permissions = ["ec2:DescribeSnapshots", "ec2:DeleteSnapshot"],
            }
        );
}
