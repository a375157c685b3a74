using Outlay.Inventory.Resources;
using Outlay.Optimization.Recommendations;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Tests.Given;

namespace Outlay.Optimization.Tests.Storage;

public sealed class UnfinishedUploadsTests
{
    private const string Rule = "unfinished-uploads";

    private static readonly Bucket Bucket = new()
    {
        Provider = "AWS",
        AccountId = "111122223333",
        Region = "us-east-1",
        Id = "media",
        Name = "arn:aws:s3:::media",
        EndsUploads = false,
        HasLifecycle = false,
        UnfinishedUploads = 12,
    };

    [Fact]
    public void Old_uploads_that_no_rule_ends_are_upkeep_with_a_rule_to_copy()
    {
        var found = One(Bucket);
        found.IsUpkeep.ShouldBeTrue();
        found.MonthlySaving.ShouldBe(0);
        found.Why.ShouldStartWith("12 uploads");
        found
            .HowTo.Single()
            .Text.ShouldContain("\"AbortIncompleteMultipartUpload\":{\"DaysAfterInitiation\":7}");
    }

    [Fact]
    public void Rules_that_there_are_are_not_overwritten()
    {
        var text = One(Bucket with { HasLifecycle = true }).HowTo.Single().Text;
        text.ShouldContain("get-bucket-lifecycle-configuration");
        text.ShouldNotContain("put-bucket");
    }

    [Fact]
    public void A_full_page_of_uploads_is_that_many_or_more() =>
        One(Bucket with { UnfinishedUploads = 1000 })
            .Current.ShouldBe("1000 or more unfinished uploads");

    [Fact]
    public void Nothing_is_said_of_what_is_ended_absent_or_unread()
    {
        foreach (
            var bucket in new[]
            {
                Bucket with
                {
                    EndsUploads = true,
                },
                Bucket with
                {
                    EndsUploads = null,
                },
                Bucket with
                {
                    UnfinishedUploads = 0,
                },
                Bucket with
                {
                    UnfinishedUploads = null,
                },
            }
        )
        {
            GivenVerdicts.IsSilent(Rule, GivenScan.Context([bucket], new GivenPrices()));
        }
    }

    private static Recommendation One(Bucket bucket) =>
        GivenVerdicts
            .Of(Rule, GivenScan.Context([bucket], new GivenPrices()))
            .ShouldHaveSingleItem()
            .ShouldBeOfType<Recommended>()
            .Recommendation;
}
