using Outlay.Connectors.Sample;
using Outlay.Kernel;
using Outlay.Testing;

namespace Outlay.Faces.Tests.Sample;

public sealed class SampleCompanyTests(SampleCompanyFixture company)
    : IClassFixture<SampleCompanyFixture>
{
    [Fact]
    public async Task The_same_day_seed_and_scale_give_the_same_bytes()
    {
        using var again = new TestFolder();

        var files = await new SampleCompany().WriteAsync(
            again.Root,
            SampleCompanyFixture.Today,
            7,
            0.01,
            null,
            TestContext.Current.CancellationToken
        );

        files.Count.ShouldBe(company.Files.Count);
        foreach (var (one, other) in company.Files.Zip(files))
        {
            var bytes = await File.ReadAllBytesAsync(
                one.Path,
                TestContext.Current.CancellationToken
            );
            (await File.ReadAllBytesAsync(other.Path, TestContext.Current.CancellationToken))
                .SequenceEqual(bytes)
                .ShouldBeTrue(other.Path);
        }
    }

    [Fact]
    public async Task Another_seed_gives_another_company()
    {
        using var other = new TestFolder();

        var files = await new SampleCompany().WriteAsync(
            other.Root,
            SampleCompanyFixture.Today,
            8,
            0.01,
            null,
            TestContext.Current.CancellationToken
        );

        files[0].Bytes.ShouldNotBe(company.Files[0].Bytes);
    }

    [Fact]
    public void Four_billing_accounts_deliver_thirteen_months_newest_first()
    {
        company.Files.Count.ShouldBe(52);
        company.Files[0].Period.ShouldBe(BillingPeriod.Parse("2026-11"));
        company.Files[^1].Period.ShouldBe(BillingPeriod.Parse("2025-11"));
        company
            .Files.Select(f => Path.GetFileName(Path.GetDirectoryName(f.Path)!))
            .Distinct()
            .Order()
            .ShouldBe(["aws", "azure", "azure-europe", "google-cloud"]);
    }

    [Fact]
    public void The_rows_told_are_the_rows_written() =>
        company
            .Ask("SELECT count(*) FROM charges")
            .ShouldBe([company.Files.Sum(f => f.Rows).ToString()]);

    [Fact]
    public void Three_clouds_have_forty_accounts() =>
        company
            .Ask("SELECT count(DISTINCT ProviderName), count(DISTINCT SubAccountId) FROM charges")
            .ShouldBe(["3|40"]);

    [Fact]
    public void Every_commitment_paid_by_the_hour_is_used_and_unused_to_its_price()
    {
        var unequal = company.Ask(
            """
            SELECT CommitmentDiscountId, ChargePeriodStart FROM charges
            WHERE CommitmentDiscountId IN (SELECT CommitmentDiscountId FROM charges
                WHERE ChargeCategory = 'Purchase' AND ChargeFrequency = 'Recurring'
                  AND ChargePeriodEnd::TIMESTAMP - ChargePeriodStart::TIMESTAMP <= INTERVAL 1 DAY)
            GROUP BY ALL
            HAVING sum(CASE WHEN ChargeCategory = 'Purchase' THEN BilledCost ELSE -EffectiveCost END) <> 0
            """
        );

        unequal.ShouldBeEmpty();
    }

    [Fact]
    public void Every_commitment_paid_by_the_month_balances_over_a_closed_month()
    {
        var balances = company.Ask(
            """
            SELECT sum(CASE WHEN ChargeCategory = 'Purchase' THEN BilledCost ELSE -EffectiveCost END) = 0
            FROM charges
            WHERE BillingPeriodStart < '2026-11' AND CommitmentDiscountId IN (SELECT CommitmentDiscountId FROM charges
                WHERE ChargeCategory = 'Purchase' AND ChargePeriodEnd = BillingPeriodEnd)
            GROUP BY CommitmentDiscountId, BillingPeriodStart
            """
        );

        balances.Count.ShouldBeGreaterThan(10);
        balances.ShouldAllBe(b => b == "True");
    }

    [Fact]
    public void A_commitment_costs_nothing_twice() =>
        company
            .Ask(
                """
                SELECT count(*) FROM charges WHERE CommitmentDiscountId IS NOT NULL
                  AND (ChargeCategory = 'Purchase' AND EffectiveCost <> 0 OR ChargeCategory = 'Usage' AND BilledCost <> 0)
                """
            )
            .ShouldBe(["0"]);

    [Fact]
    public void Every_kind_of_charge_is_there() =>
        company
            .Ask(
                """
                SELECT DISTINCT ChargeCategory || coalesce('/' || ChargeClass, '') || coalesce('/' || CommitmentDiscountStatus, '')
                FROM charges ORDER BY 1
                """
            )
            .ShouldBe([
                "Credit",
                "Purchase",
                "Tax",
                "Usage",
                "Usage/Correction",
                "Usage/Unused",
                "Usage/Used",
            ]);

    [Fact]
    public void A_correction_concerns_an_earlier_period() =>
        company
            .Ask(
                "SELECT count(*) FROM charges WHERE ChargeClass = 'Correction' AND ChargePeriodEnd > BillingPeriodStart"
            )
            .ShouldBe(["0"]);

    [Fact]
    public void One_billing_account_bills_in_euro_and_dollars_rule() =>
        company
            .Ask(
                "SELECT BillingCurrency, string_agg(DISTINCT delivery, ' ' ORDER BY delivery) FROM charges GROUP BY 1 ORDER BY sum(BilledCost) DESC"
            )
            .ShouldBe(["USD|aws azure google-cloud", "EUR|azure-europe"]);

    [Fact]
    public void Nothing_is_used_after_the_last_delivered_hour() =>
        company
            .Ask(
                "SELECT delivery, max(ChargePeriodEnd) FROM charges WHERE ChargeCategory = 'Usage' GROUP BY 1 ORDER BY 1"
            )
            .ShouldBe([
                "aws|2026-11-23T06:00:00Z",
                "azure|2026-11-23T00:00:00Z",
                "azure-europe|2026-11-23T00:00:00Z",
                "google-cloud|2026-11-23T04:00:00Z",
            ]);

    [Fact]
    public void Tags_have_gaps_and_typos() =>
        int.Parse(
                company.Ask(
                    "SELECT count(DISTINCT k) FROM (SELECT unnest(json_keys(Tags)) AS k FROM charges WHERE Tags IS NOT NULL) WHERE k IN ('team', 'Team', 'tema', 'owner')"
                )[0]
            )
            .ShouldBe(4);

    [Fact]
    public async Task Months_of_an_earlier_run_do_not_stay()
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(folder.File("aws"));
        await File.WriteAllTextAsync(
            folder.File("aws/focus-2024-01.csv.gz"),
            "",
            TestContext.Current.CancellationToken
        );

        await new SampleCompany().WriteAsync(
            folder.Root,
            SampleCompanyFixture.Today,
            7,
            0.001,
            null,
            TestContext.Current.CancellationToken
        );

        File.Exists(folder.File("aws/focus-2024-01.csv.gz")).ShouldBeFalse();
    }
}
