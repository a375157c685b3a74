using System.Net;
using System.Text;
using Outlay.Connections.Sources;
using Outlay.Connections.Tests.Lines;
using Outlay.Kernel;
using Outlay.Testing;

namespace Outlay.Connections.Tests.Aws;

/// <summary>The test of a connection to AWS exports: each failure with its cause and its fix.</summary>
public sealed class AwsExportTestTests(MotoFixture aws)
{
    [Fact]
    public async Task Names_each_call_that_works()
    {
        using var bucket = await BillingBucket.MakeAsync(aws.Address);
        await bucket.DeliverAsync("2026-08", [1m]);
        await bucket.DeliverAsync("2026-09", [1m], [2m]);

        var steps = await StepsAsync(
            With(
                bucket.Draft(aws.Address),
                ("role", "arn:aws:iam::123456789012:role/outlay"),
                ("external-id", "x")
            )
        );

        steps.ShouldAllBe(s => s.Problem == null);
        steps
            .Select(s => s.Name)
            .ShouldBe([
                "Settings",
                "Sign in",
                "List the export's folder",
                "Read the newest manifest",
                "Read from its first file",
            ]);
        steps[1].Found.ShouldNotBeNull().ShouldContain("assumed-role/outlay");
        steps[2].Found.ShouldBe("2 months, 2026-08 to 2026-09");
    }

    [Fact]
    public async Task Tells_a_bucket_that_is_not_there_an_empty_one_and_a_wrong_path()
    {
        using var bucket = await BillingBucket.MakeAsync(aws.Address);
        var draft = bucket.Draft(aws.Address);

        (await FailureAsync(With(draft, ("bucket", "no-such-bucket-here")))).ShouldContain(
            "There is no bucket no-such-bucket-here."
        );
        (await FailureAsync(draft)).ShouldContain("takes up to 24 hours");
        await bucket.PutFileAsync("2026-09", 1, 1m);
        (await FailureAsync(draft)).ShouldContain("but no manifest");
    }

    [Fact]
    public async Task Tells_two_exports_of_one_path_and_one_that_is_no_bill()
    {
        using var bucket = await BillingBucket.MakeAsync(aws.Address);
        await bucket.DeliverAsync("2026-09", [1m]);
        await bucket.PutAsync(
            "exports/carbon/metadata/BILLING_PERIOD=2026-09/carbon-Manifest.json",
            Encoding.UTF8.GetBytes(
                """{"columns":[{"name":"total_emissions"}],"dataFiles":["s3://b/x.csv.gz"]}"""
            )
        );

        (await FailureAsync(bucket.Draft(aws.Address, prefix: "exports"))).ShouldContain(
            "exports/carbon, exports/cur2"
        );
        (await FailureAsync(bucket.Draft(aws.Address, prefix: "exports/carbon"))).ShouldContain(
            "holds no costs"
        );
    }

    [Theory]
    [InlineData(
        400,
        "AuthorizationHeaderMalformed",
        "the region 'us-east-1' is wrong; expecting 'eu-central-1'",
        "is not in us-east-1 but in eu-central-1."
    )]
    [InlineData(
        403,
        "AccessDenied",
        "not authorized to perform: s3:ListBucket",
        "may not list bucket"
    )]
    [InlineData(
        403,
        "RequestTimeTooSkewed",
        "The difference is too large",
        "This machine's clock is more than five minutes wrong"
    )]
    [InlineData(403, "InvalidAccessKeyId", "does not exist", "AWS does not know the access key.")]
    [InlineData(403, "SignatureDoesNotMatch", "no", "does not belong to the access key id")]
    [InlineData(400, "ExpiredToken", "expired", "The credentials have expired.")]
    public async Task Says_what_AWS_says_in_terms_of_the_settings(
        int status,
        string code,
        string message,
        string said
    )
    {
        using var bucket = await BillingBucket.MakeAsync(aws.Address);
        await bucket.DeliverAsync("2026-09", [1m]);
        await using var line = await FaultyLine.ToAsync(aws.Address);
        line.Fail(
            bucket.Name,
            FaultyLine.Answer(
                (HttpStatusCode)status,
                $"<Error><Code>{code}</Code><Message>{message}</Message></Error>"
            )
        );

        (await FailureAsync(bucket.Draft(line.Address))).ShouldContain(said);
    }

    [Fact]
    public async Task Tells_a_role_that_may_not_be_assumed_and_asks_for_the_external_id()
    {
        using var bucket = await BillingBucket.MakeAsync(aws.Address);
        await using var line = await FaultyLine.ToAsync(aws.Address);
        line.Fail(
            "/",
            FaultyLine.Answer(
                HttpStatusCode.Forbidden,
                "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>not authorized to perform: sts:AssumeRole</Message></Error></ErrorResponse>"
            )
        );

        (
            await FailureAsync(
                With(bucket.Draft(line.Address), ("role", "arn:aws:iam::123456789012:role/outlay"))
            )
        ).ShouldContain(
            "may not be assumed. Its trust policy must name the identity of Outlay; if it asks for an external id"
        );
    }

    [Theory]
    [InlineData("bucket", "s3://acme/x", "S3 bucket: 's3://acme/x'")]
    [InlineData("region", "Frankfurt", "Region of the bucket: 'Frankfurt'")]
    [InlineData("role", "outlay", "Role to assume: 'outlay'")]
    [InlineData("access", "magic", "Sign in by cannot be magic.")]
    [InlineData("secret-key", "", "Secret access key is missing.")]
    public async Task Tells_slips_before_any_call(string field, string value, string said)
    {
        using var bucket = await BillingBucket.MakeAsync(aws.Address);
        (await FailureAsync(With(bucket.Draft(aws.Address), (field, value)))).ShouldContain(said);
    }

    private static ConnectionDraft With(
        ConnectionDraft draft,
        params (string Name, string Value)[] values
    )
    {
        var all = new Dictionary<string, string>(draft.Settings.Values);
        foreach (var (name, value) in values)
        {
            all[name] = value;
        }

        return draft with
        {
            Settings = new SettingValues(all),
        };
    }

    private static async Task<string> FailureAsync(ConnectionDraft draft) =>
        (await StepsAsync(draft))[^1].Problem?.ToString() ?? "";

    private static async Task<List<TestStep>> StepsAsync(ConnectionDraft draft)
    {
        using var world = new OutlayWorld();
        var steps = new List<TestStep>();
        await foreach (
            var step in world
                .Get<ConnectionBook>()
                .TestAsync(draft, null, TestContext.Current.CancellationToken)
        )
        {
            step.Problem?.ToString().ShouldNotContain("very-secret");
            steps.Add(step);
        }

        return steps;
    }
}
