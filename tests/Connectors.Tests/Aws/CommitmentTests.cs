using Outlay.Ingest;
using Outlay.Testing;

namespace Outlay.Connectors.Tests.Aws;

/// <summary>Amortisation moves cost and makes none: where a report does not add up, nothing is published.</summary>
public sealed class CommitmentTests
{
    private const string Header =
        "bill/BillingPeriodStartDate,bill/InvoiceId,bill/PayerAccountId,lineItem/LineItemType,lineItem/UsageStartDate,lineItem/UsageEndDate,lineItem/ProductCode,lineItem/CurrencyCode,lineItem/UnblendedCost,reservation/ReservationARN,reservation/EffectiveCost,reservation/AmortizedUpfrontFeeForBillingPeriod,savingsPlan/SavingsPlanARN,savingsPlan/SavingsPlanEffectiveCost";

    [Fact]
    public async Task A_plan_with_upfront_needs_the_columns_that_tell_it()
    {
        var run = await ImportAsync(
            "SavingsPlanCoveredUsage,2026-10-05T10:00:00Z,2026-10-05T11:00:00Z,AmazonEC2,USD,0.10,,,,plan-1,0.09",
            "SavingsPlanNegation,2026-10-05T10:00:00Z,2026-10-05T11:00:00Z,AmazonEC2,USD,-0.10,,,,plan-1,",
            "SavingsPlanRecurringFee,2026-10-05T10:00:00Z,2026-10-05T11:00:00Z,ComputeSavingsPlans,USD,0.05,,,,plan-1,"
        );

        run.State.ShouldBe(ImportState.Failed);
        run.Message.ShouldNotBeNull().ShouldContain("the commitment plan-1 costs 0.05");
        run.Message.ShouldContain("total and used commitment of Savings Plans");
    }

    [Fact]
    public async Task A_reservation_of_an_invoiced_month_adds_up()
    {
        var run = await ImportAsync(
            "DiscountedUsage,2026-10-05T10:00:00Z,2026-10-05T11:00:00Z,AmazonEC2,USD,0,ri-1,39,,,",
            "RIFee,2026-10-01T00:00:00Z,2026-10-31T23:59:59Z,AmazonEC2,USD,30,ri-1,,10,,"
        );

        run.State.ShouldBe(ImportState.Failed);
        run.Message.ShouldNotBeNull().ShouldContain("the commitment ri-1 costs 40");
    }

    private static async Task<ImportRun> ImportAsync(params string[] rows)
    {
        using var world = new OutlayWorld();
        var file = world.Files.Write(
            "report.csv",
            string.Join(
                '\n',
                rows.Select(r => $"2026-10-01T00:00:00Z,123,111111111111,{r}").Prepend(Header)
            )
        );
        return await world.ImportAsync(file);
    }
}
