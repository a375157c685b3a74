using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Rules.Billed;

/// <summary>Buckets of the standard class.</summary>
internal static class BilledBucketClass
{
    public static BilledRule Rule { get; } =
        new(
            new BilledPattern
            {
                Info = new(
                    "bill-bucket-class",
                    "Bucket class",
                    Category.StorageAndNetwork,
                    "A bucket keeps all in the standard class. Intelligent-Tiering moves what is not read to a class that costs 46 % less. A twentieth is counted, as what is read stays."
                ),
                Matches = l => l.Has("TimedStorage-ByteHrs") && l.ConsumedQuantity >= 0,
                Share = (_, _) => (0.05m, 0.4m),
                Kind = "Bucket",
                Title = _ => "Let Intelligent-Tiering keep what is not read",
                Why = _ => "All of it is billed as standard storage.",
                Excludes = "storage-class",
                Action = ActionKind.Upgrade,
                Confidence = 0.4,
                Effort = Effort.VeryLow,
                Permissions = ["s3:PutLifecycleConfiguration"],
                HowTo = l => new HowTo(
                    "AWS CLI",
                    $"aws s3api put-bucket-intelligent-tiering-configuration --bucket {l.ShortId()} --id all --intelligent-tiering-configuration file://tiering.json"
                ),
            }
        );
}
