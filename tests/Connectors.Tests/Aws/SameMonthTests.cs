using Outlay.Ingest;
using Outlay.Testing;

namespace Outlay.Connectors.Tests.Aws;

/// <summary>One month of one payer, delivered three ways, is one bill.</summary>
public sealed class SameMonthTests
{
    private const string Plan = "arn:aws:savingsplans::111111111111:savingsplan/sp-1";

    // Type, account, product, cost, effective of a covered line, commitment and used of a fee.
    private static readonly (
        string Type,
        string Product,
        string Cost,
        string Effective,
        string Committed,
        string Used
    )[] Lines =
    [
        ("Usage", "AmazonS3", "1.2500000001", "", "", ""),
        ("SavingsPlanCoveredUsage", "AmazonEC2", "0.10", "0.07", "", ""),
        ("SavingsPlanNegation", "AmazonEC2", "-0.10", "", "", ""),
        ("SavingsPlanRecurringFee", "ComputeSavingsPlans", "0.06", "", "0.10", "0.07"),
        ("Tax", "AmazonS3", "0.21", "", "", ""),
        ("Credit", "AmazonS3", "-0.5", "", "", ""),
    ];

    // The same lines as AWS writes them in its FOCUS export: category, status, billed, effective.
    private static readonly (
        string Category,
        string Status,
        string Billed,
        string Effective
    )[] Focus =
    [
        ("Usage", "", "1.2500000001", "1.2500000001"),
        ("Usage", "Used", "0", "0.07"),
        ("Purchase", "", "0.06", "0"),
        ("Usage", "Unused", "0", "0.03"),
        ("Tax", "", "0.21", "0.21"),
        ("Credit", "", "-0.5", "-0.5"),
    ];

    [Fact]
    public async Task Legacy_report_report_2_and_FOCUS_export_give_one_sum()
    {
        using var world = new OutlayWorld();
        var totals = new List<(string Billed, string Effective)>();
        foreach (
            var (name, text) in new[]
            {
                ("legacy", Report(h => h)),
                ("two", Report(Snake)),
                ("focus", FocusExport()),
            }
        )
        {
            var run = await world.ImportAsync(
                new ImportRequest
                {
                    Paths = [world.Files.Write($"{name}.csv", text)],
                    Connection = name,
                },
                TestContext.Current.CancellationToken
            );
            run.State.ShouldBe(ImportState.Succeeded, run.Message);
            var load = world.Catalog.Current().Loads.Single(l => run.LoadIds.Contains(l.Id));
            var total = load.ControlTotals.Single();
            total.Agrees.ShouldBeTrue();
            totals.Add((total.LakeBilled, total.LakeEffective));
        }

        totals.Distinct().ShouldBe([("1.020000000100000000", "1.060000000100000000")]);
    }

    private static string Report(Func<string, string> header)
    {
        var headers = new[]
        {
            "bill/BillingPeriodStartDate",
            "bill/PayerAccountId",
            "lineItem/UsageAccountId",
            "lineItem/LineItemType",
            "lineItem/UsageStartDate",
            "lineItem/UsageEndDate",
            "lineItem/ProductCode",
            "lineItem/CurrencyCode",
            "lineItem/UnblendedCost",
            "savingsPlan/SavingsPlanARN",
            "savingsPlan/SavingsPlanEffectiveCost",
            "savingsPlan/TotalCommitmentToDate",
            "savingsPlan/UsedCommitment",
        };
        var lines = Lines.Select(l =>
            $"2026-10-01T00:00:00Z,111111111111,111111111111,{l.Type},2026-10-05T10:00:00Z,2026-10-05T11:00:00Z,{l.Product},USD,{l.Cost},{(l.Type.StartsWith("SavingsPlan", StringComparison.Ordinal) ? Plan : "")},{l.Effective},{l.Committed},{l.Used}"
        );
        return $"{string.Join(',', headers.Select(header))}\n{string.Join('\n', lines)}\n";
    }

    private static string Snake(string header) =>
        header switch
        {
            "savingsPlan/SavingsPlanARN" => "savings_plan_savings_plan_a_r_n",
            _ => string.Concat(
                header.Select(
                    (c, i) =>
                        c == '/' ? "_"
                        : char.IsUpper(c)
                            ? $"{(i > 0 && header[i - 1] != '/' ? "_" : "")}{char.ToLowerInvariant(c)}"
                        : c.ToString()
                )
            ),
        };

    private static string FocusExport()
    {
        var lines = Focus.Select(l =>
            $"111111111111,USD,2026-10-01T00:00:00Z,2026-11-01T00:00:00Z,{l.Category},2026-10-05T10:00:00Z,2026-10-05T11:00:00Z,{l.Billed},{l.Effective},{l.Status},Service,AWS"
        );
        return "BillingAccountId,BillingCurrency,BillingPeriodStart,BillingPeriodEnd,ChargeCategory,ChargePeriodStart,ChargePeriodEnd,BilledCost,EffectiveCost,CommitmentDiscountStatus,ServiceName,ProviderName\n"
            + string.Join('\n', lines)
            + "\n";
    }
}
