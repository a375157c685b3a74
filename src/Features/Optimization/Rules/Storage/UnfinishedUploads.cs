using Outlay.Inventory.Resources;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules.Costs;

namespace Outlay.Optimization.Rules.Storage;

/// <summary>Buckets that keep the parts of uploads that were never finished.</summary>
internal sealed class UnfinishedUploads : IRule
{
    private const int Listed = 1000;
    private const string Kind = "Bucket";

    public RuleInfo Info { get; } =
        new(
            "unfinished-uploads",
            "Unfinished uploads",
            Category.StorageAndNetwork,
            "A bucket holds uploads begun more than a week ago and never finished, and no lifecycle rule ends them. Their parts are billed as storage and seen in no listing of objects, so that their size is not known: it is upkeep, and no saving is counted."
        );

    public IEnumerable<Verdict> Examine(RuleContext context)
    {
        foreach (var (scan, bucket) in context.All<Bucket>())
        {
            if (bucket is { EndsUploads: false, UnfinishedUploads: > 0 and var count })
            {
                yield return Found(context, scan, bucket, count);
            }
        }
    }

    private Recommended Found(
        RuleContext context,
        Inventory.Snapshot scan,
        Bucket bucket,
        int count
    )
    {
        var many = count >= Listed ? $"{Listed} or more" : Wording.Number(count);
        var cost =
            ResourceCost.OfBill(context, bucket)
            ?? new ResourceCost(0m, "USD", PriceSource.Bill, 0m, null);
        return new Recommended(
            Draft.Of(
                context,
                scan,
                bucket,
                Kind,
                Info,
                cost,
                "End unfinished uploads after a week",
                $"{many} uploads were begun more than a week ago and never finished; their parts are stored and billed until something ends them."
            ) with
            {
                IsUpkeep = true,
                Current = $"{many} unfinished uploads",
                Proposed = "ended after 7 days",
                MonthlySaving = 0m,
                MonthlySavingAtList = null,
                Confidence = 1,
                Risk = 0,
                Effort = Effort.VeryLow,
                CanRollBack = false,
                Action = ActionKind.Review,
                Evidence =
                [
                    new("Unfinished uploads", many, "older than 7 days"),
                    new(
                        "Lifecycle rules",
                        bucket.HasLifecycle == true ? "some, none for uploads" : "none"
                    ),
                ],
                HowTo =
                [
                    Wording.Cli(
                        bucket,
                        bucket.HasLifecycle == true
                            ? $"# Rules are put as a whole: add one for uploads to those that there are.\naws s3api get-bucket-lifecycle-configuration --bucket {bucket.Id}"
                            : $"aws s3api put-bucket-lifecycle-configuration --bucket {bucket.Id} --lifecycle-configuration '{{\"Rules\":[{{\"ID\":\"end-uploads\",\"Status\":\"Enabled\",\"Filter\":{{}},\"AbortIncompleteMultipartUpload\":{{\"DaysAfterInitiation\":7}}}}]}}'"
                    ),
                ],
                Permissions = ["s3:GetLifecycleConfiguration", "s3:PutLifecycleConfiguration"],
                Excludes = "upkeep",
            }
        );
    }
}
