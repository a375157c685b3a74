using Outlay.Commitments.Payments;
using Outlay.Kernel;
using Outlay.Optimization.Prices;
using Outlay.Optimization.Prices.Lists;
using Outlay.Optimization.Purchases;
using Outlay.Query.Bill;

namespace Outlay.Optimization.Tests.Prices.Lists;

/// <summary>Prices under plans and reservations that the providers' files tell, and the discounts that advice takes from them.</summary>
public sealed class CommitmentFileTests : IDisposable
{
    private const string OnDemand =
        "provider,region,item,list_unit_price,currency\nAWS,eu-west-1,machine/linux/m5.large,0.1,USD\nAWS,eu-west-1,database/postgres/db.m6g.large,0.2,USD\n";

    private readonly GivenLists _given = new();

    [Fact]
    public async Task Aws_savings_plans_as_csv()
    {
        var list = await KeptAsync(
            """
            "FormatVersion","v1.0"
            "Disclaimer","x"
            "Publication Date","2026-11-20T00:00:00Z"
            "Version","1"
            "OfferCode","AWSComputeSavingsPlan"
            "SKU","RateCode","Unit","EffectiveDate","DiscountedRate","Currency","DiscountedSKU","DiscountedServiceCode","DiscountedUsageType","DiscountedOperation","PurchaseOption","LeaseContractLength","LeaseContractLengthUnit","ServiceCode","UsageType","Operation","Description","Instance Family","Location","Location Type","Granularity","Product Family","DiscountedRegionCode","DiscountedInstanceType"
            "A","A.1","Hrs","2026-11-01","0.0715","USD","X","AmazonEC2","EU-BoxUsage:m5.large","RunInstances","No Upfront","1","year","ComputeSavingsPlans","ComputeSP:1yrNoUpfront","","1 year No Upfront Compute Savings Plan","","Any","AWS Region","hourly","ComputeSavingsPlans","eu-west-1","m5.large"
            "B","B.1","Hrs","2026-11-01","0.041","USD","X","AmazonEC2","EU-BoxUsage:m5.large","RunInstances","All Upfront","3","year","ComputeSavingsPlans","EC2SP","","3 year All Upfront m5","m5","EU (Ireland)","AWS Region","hourly","EC2InstanceSavingsPlans","eu-west-1","m5.large"
            "C","C.1","Hrs","2026-11-01","0.05","USD","X","AmazonEC2","EU-DedicatedUsage:m5.large","RunInstances","No Upfront","1","year","ComputeSavingsPlans","","","","","Any","","","ComputeSavingsPlans","eu-west-1","m5.large"
            "D","D.1","Hrs","2026-11-01","0.05","USD","X","AmazonSageMaker","EU-Notebk:ml.m5","x","No Upfront","1","year","MachineLearningSavingsPlans","","","","","Any","","","MachineLearningSavingsPlans","eu-west-1",""
            """
        );
        (list.Format, list.Prices, list.Skipped).ShouldBe(("AWS Savings Plans, CSV", 2L, 2L));
        await KeptAsync(OnDemand, "on demand");

        Machine(DiscountKind.Compute, 1, Payment.NoUpfront, "m5.large")!
            .Value.ShouldBe(0.285, 1e-9);
        Machine(DiscountKind.Family, 3, Payment.AllUpfront, "m5.4xlarge")!
            .Value.ShouldBe(0.59, 1e-9);
        Machine(DiscountKind.Compute, 3, Payment.NoUpfront, "m5.large").ShouldBeNull();
        Machine(DiscountKind.Compute, 1, Payment.NoUpfront, "c5.large").ShouldBeNull();
    }

    [Fact]
    public async Task Aws_savings_plans_as_json()
    {
        var list = await KeptAsync(
            """
            {"version":"1","publicationDate":"2026-11-20T00:00:00Z","regionCode":"eu-west-1",
             "products":[{"sku":"P","productFamily":"ComputeSavingsPlans","serviceCode":"ComputeSavingsPlans","attributes":{"purchaseOption":"Partial Upfront","purchaseTerm":"1yr","granularity":"hourly"}},
                         {"sku":"Q","productFamily":"MachineLearningSavingsPlans","attributes":{"purchaseOption":"No Upfront"}}],
             "terms":{"savingsPlan":[
              {"sku":"P","description":"1 year Partial Upfront Compute Savings Plan","effectiveDate":"2026-11-01T00:00:00Z","leaseContractLength":{"duration":1,"unit":"year"},"rates":[
                {"discountedSku":"X","discountedUsageType":"EU-BoxUsage:m5.large","discountedOperation":"RunInstances","discountedServiceCode":"AmazonEC2","rateCode":"P.X","unit":"Hrs","discountedRate":{"price":"0.07","currency":"USD"},"discountedRegionCode":"eu-west-1","discountedInstanceType":"m5.large"},
                {"discountedSku":"Y","discountedUsageType":"EU-UnusedBox:m5.large","discountedOperation":"RunInstances","discountedRate":{"price":"0.07","currency":"USD"},"discountedRegionCode":"eu-west-1"}]},
              {"sku":"Q","leaseContractLength":{"duration":1,"unit":"year"},"rates":[]}]}}
            """
        );
        (list.Format, list.Prices, list.AsOf).ShouldBe(
            ("AWS Savings Plans, JSON", 1L, new DateOnly(2026, 11, 20))
        );
        await KeptAsync(OnDemand, "on demand");

        Machine(DiscountKind.Compute, 1, Payment.PartialUpfront, "m5.large")!
            .Value.ShouldBe(0.3, 1e-9);
    }

    [Fact]
    public async Task Aws_reservations_stand_in_the_lists_of_services()
    {
        await KeptAsync(
            """
            "FormatVersion","v1.0"
            "SKU","OfferTermCode","RateCode","TermType","EffectiveDate","StartingRange","Unit","PricePerUnit","Currency","LeaseContractLength","PurchaseOption","OfferingClass","Tenancy","usageType","operation","Region Code"
            "A","J","A.J","OnDemand","2026-11-01","0","Hrs","0.1","USD","","","","Shared","EU-BoxUsage:m5.large","RunInstances","eu-west-1"
            "A","1","A.1","Reserved","2026-11-01","","Hrs","0.062","USD","1yr","No Upfront","standard","Shared","EU-BoxUsage:m5.large","RunInstances","eu-west-1"
            "A","2","A.2","Reserved","2026-11-01","","Quantity","1051.2","USD","3yr","All Upfront","standard","Shared","EU-BoxUsage:m5.large","RunInstances","eu-west-1"
            "A","2","A.3","Reserved","2026-11-01","","Hrs","0","USD","3yr","All Upfront","standard","Shared","EU-BoxUsage:m5.large","RunInstances","eu-west-1"
            "A","4","A.4","Reserved","2026-11-01","","Hrs","0.05","USD","1yr","No Upfront","convertible","Shared","EU-BoxUsage:m5.large","RunInstances","eu-west-1"
            "A","5","A.5","Reserved","2026-11-01","","Hrs","0.03","USD","1yr","Partial Upfront","standard","Shared","EU-BoxUsage:m5.large","RunInstances","eu-west-1"
            """,
            "csv"
        );

        Machine(DiscountKind.Reserved, 1, Payment.NoUpfront, "m5.large")!
            .Value.ShouldBe(0.38, 1e-9);
        Machine(DiscountKind.Reserved, 3, Payment.AllUpfront, "m5.large")!
            .Value.ShouldBe(0.6, 1e-9);
        Machine(DiscountKind.Reserved, 1, Payment.PartialUpfront, "m5.large").ShouldBeNull();

        await KeptAsync(
            """
            {"products":{"A":{"sku":"A","attributes":{"usagetype":"EU-InstanceUsage:db.m6g.large","operation":"CreateDBInstance:0014","regionCode":"eu-west-1"}}},
             "terms":{"OnDemand":{"A":{"A.J":{"sku":"A","priceDimensions":{"A.J.6":{"beginRange":"0","unit":"Hrs","pricePerUnit":{"USD":"0.2"}}}}}},
              "Reserved":{"A":{
               "A.N":{"sku":"A","termAttributes":{"LeaseContractLength":"1yr","OfferingClass":"standard","PurchaseOption":"No Upfront"},"priceDimensions":{"A.N.6":{"unit":"Hrs","pricePerUnit":{"USD":"0.14"}}}},
               "A.U":{"sku":"A","termAttributes":{"LeaseContractLength":"3yr","OfferingClass":"standard","PurchaseOption":"All Upfront"},"priceDimensions":{"A.U.2":{"unit":"Quantity","pricePerUnit":{"USD":"2628"}},"A.U.6":{"unit":"Hrs","pricePerUnit":{"USD":"0"}}}}}}}}
            """,
            "json"
        );
        Discounts
            .Of(
                DiscountKind.Reserved,
                1,
                Payment.NoUpfront,
                "AWS",
                "eu-west-1",
                "database/postgres/db.m6g.2xlarge"
            )!
            .Value.ShouldBe(0.3, 1e-9);
        Discounts
            .Of(
                DiscountKind.Reserved,
                3,
                Payment.AllUpfront,
                "AWS",
                "eu-west-1",
                "database/postgres/db.m6g.large"
            )!
            .Value.ShouldBe(0.5, 1e-9);
    }

    [Fact]
    public async Task Azure_plans_stand_beside_the_price_and_reservations_are_totals_of_the_term()
    {
        await KeptAsync(
            """
            {"Items":[
             {"currencyCode":"USD","tierMinimumUnits":0.0,"retailPrice":0.2,"unitPrice":0.2,"armRegionName":"westeurope","effectiveStartDate":"2026-01-01T00:00:00Z","meterName":"D4s v5","productName":"Virtual Machines Dsv5 Series","skuName":"D4s v5","serviceName":"Virtual Machines","unitOfMeasure":"1 Hour","type":"Consumption","armSkuName":"Standard_D4s_v5","savingsPlan":[{"unitPrice":0.1,"retailPrice":0.1,"term":"3 Years"},{"unitPrice":0.15,"retailPrice":0.15,"term":"1 Year"}]},
             {"currencyCode":"USD","tierMinimumUnits":0.0,"retailPrice":1051.2,"unitPrice":1051.2,"armRegionName":"westeurope","effectiveStartDate":"2026-01-01T00:00:00Z","meterName":"D4s v5","productName":"Virtual Machines Dsv5 Series","skuName":"D4s v5","serviceName":"Virtual Machines","unitOfMeasure":"1 Hour","type":"Reservation","reservationTerm":"1 Year","armSkuName":"Standard_D4s_v5"}]}
            """
        );
        double? Of(DiscountKind kind, int years, string item) =>
            Discounts.Of(kind, years, Payment.NoUpfront, "Microsoft", "westeurope", item);

        Of(DiscountKind.Compute, 1, "machine/linux/Standard_D4s_v5")!.Value.ShouldBe(0.25, 1e-9);
        Of(DiscountKind.Compute, 3, "machine/linux/Standard_D16s_v5")!.Value.ShouldBe(0.5, 1e-9);
        Of(DiscountKind.Reserved, 1, "machine/linux/Standard_D{n}s_v5")!.Value.ShouldBe(0.4, 1e-9);
        Of(DiscountKind.Reserved, 3, "machine/linux/Standard_D4s_v5").ShouldBeNull();
    }

    [Fact]
    public async Task Advice_takes_the_discounts_of_the_lists_and_says_for_how_much_of_the_use()
    {
        await KeptAsync(
            OnDemand
                + "AWS,eu-west-1,compute/1/NoUpfront/machine/linux/m5.large,0.04,USD\nAWS,eu-west-1,reserved/1/NoUpfront/machine/linux/m5.large,0.035,USD\n"
        );
        var typical = Advise(new ListedDiscounts(null));
        var listed = Advise(Discounts);

        listed.ListedShare.ShouldBe(0.5, 1e-9);
        typical.ListedShare.ShouldBe(0);
        Plan(listed).MonthlySaving.ShouldBeGreaterThan(Plan(typical).MonthlySaving * 1.2);
        listed
            .Types.Single(t => t.Type == "m5.large")
            .Ways.Single(w => w.Name == "Compute plan, 1 year, no upfront")
            .Hour.ShouldBe(0.04, 1e-9);
        listed
            .Types.Single(t => t.Type == "c5.large")
            .Ways.Single(w => w.Name == "Compute plan, 1 year, no upfront")
            .Hour.ShouldBe(0.073, 1e-9);
        var reserved = listed.Reservations.Where(r => r.Years == 1).ToDictionary(r => r.Unit);
        reserved["m5.large"].IsListed.ShouldBeTrue();
        reserved["m5.large"].ReservedHour.ShouldBe(0.035, 1e-9);
        reserved["c5.large"].IsListed.ShouldBeFalse();
    }

    public void Dispose() => _given.Dispose();

    private ListedDiscounts Discounts => new(_given.Store);

    private double? Machine(DiscountKind kind, int years, Payment payment, string type) =>
        Discounts.Of(kind, years, payment, "AWS", "eu-west-1", $"machine/linux/{type}");

    private async Task<PriceList> KeptAsync(string text, string name = "list") =>
        (await _given.ImportAsync(text, name)).Value;

    private static PlanChoice Plan(CommitmentReport report) =>
        report.Choices.Single(c => c.Name == "Compute Savings Plan, 1 year, no upfront");

    // Ten machines of each of two families, all day for 30 days.
    private static CommitmentReport Advise(ListedDiscounts listed)
    {
        var days = new DateRange(new(2026, 10, 1), new(2026, 10, 31));
        var hours = new UsageHours(days);
        var reserved = new ReservedUse(days);
        foreach (var type in new[] { "m5.large", "c5.large" })
        {
            for (var hour = 0; hour < days.Days * 24; hour++)
            {
                var line = new HourLine
                {
                    Provider = "AWS",
                    AccountId = "1",
                    Region = "eu-west-1",
                    Service = "Amazon Elastic Compute Cloud",
                    Meter = $"EU-BoxUsage:{type}",
                    Operation = "RunInstances",
                    PricingCategory = "Standard",
                    Currency = "USD",
                    Start = days
                        .From.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc)
                        .AddHours(hour),
                    Hours = 1,
                    PricingQuantity = 10,
                    ContractedCost = 1m,
                };
                hours.See(line);
                reserved.See(line);
            }
        }

        var report = new CommitmentReport
        {
            Provider = "AWS",
            Currency = "USD",
            Reservations = ReservationAdvisor.Advise(reserved.Of("AWS", "USD"), _ => 0, listed),
        };
        return PurchaseAdvisor.Advise(
            report,
            hours.Of(("AWS", "USD")),
            hours.From,
            0,
            new DateOnly(2026, 11, 1),
            listed
        );
    }
}
