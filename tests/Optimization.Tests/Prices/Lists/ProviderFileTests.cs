using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Outlay.Optimization.Prices.Lists;
using Outlay.Testing;

namespace Outlay.Optimization.Tests.Prices.Lists;

/// <summary>The providers' own files, in the forms that they publish.</summary>
public sealed class ProviderFileTests : IDisposable
{
    private readonly GivenLists _given = new();

    [Fact]
    public async Task Aws_csv_keeps_the_first_tier_of_shared_use_on_demand()
    {
        var list = await KeptAsync(
            """
            "FormatVersion","v1.0"
            "Disclaimer","This pricing list is for informational purposes only."
            "Publication Date","2026-11-20T18:06:02Z"
            "Version","20261120180602"
            "OfferCode","AmazonEC2"
            "SKU","OfferTermCode","RateCode","TermType","PriceDescription","EffectiveDate","StartingRange","EndingRange","Unit","PricePerUnit","Currency","Product Family","Tenancy","usageType","operation","Region Code"
            "A","J","A.J.6","OnDemand","a","2026-11-01","0","Inf","Hrs","0.1070000000","USD","Compute Instance","Shared","EU-BoxUsage:m5.large","RunInstances","eu-west-1"
            "B","J","B.J.6","OnDemand","b","2026-11-01","0","Inf","Hrs","0.1990000000","USD","Compute Instance","Shared","EU-BoxUsage:m5.large","RunInstances:0002","eu-west-1"
            "C","J","C.J.6","OnDemand","c","2026-11-01","0","Inf","Hrs","0.5000000000","USD","Compute Instance","Dedicated","EU-BoxUsage:m5.large","RunInstances","eu-west-1"
            "D","J","D.J.6","Reserved","d","2026-11-01","","","Hrs","0.0600000000","USD","Compute Instance","Shared","EU-BoxUsage:m5.large","RunInstances","eu-west-1"
            "E","J","E.J.6","OnDemand","e","2026-11-01","0","Inf","GiBps-mo","45.0560000000","USD","Provisioned Throughput","","EU-EBS:VolumeP-Throughput.gp3","","eu-west-1"
            "F","J","F.J.6","OnDemand","f","2026-11-01","0","Inf","Hrs","0.3000000000","USD","Compute Instance","Shared","EU-BoxUsage:m5.large","RunInstances:0006","eu-west-1"
            "G","J","G.J.6","OnDemand","g","2026-11-01","0","Inf","LCU-Hrs","0.0252000000","USD","Load Balancer-Application","","EU-LoadBalancerUsage","LoadBalancing:Application","eu-west-1"
            """
        );

        list.Format.ShouldBe("AWS price list, CSV");
        list.AsOf.ShouldBe(new DateOnly(2026, 11, 20));
        (list.Prices, list.Skipped, list.Regions).ShouldBe((4L, 3L, 1L));
        var book = _given.Book();
        book.Machine("AWS", "eu-west-1", "m5.large")!.Amount.ShouldBe(0.107m);
        book.Machine("AWS", "eu-west-1", "m5.xlarge", "windows")!.Amount.ShouldBe(0.398m);
        book.Of("AWS", "eu-west-1", "disk/gp3/mibps-month")!.Amount.ShouldBe(0.044m);
        book.Of("AWS", "eu-west-1", "load-balancer/application/hour")!.Amount.ShouldBe(0.0252m);
    }

    [Fact]
    public async Task Aws_json_is_read_as_it_is_published_products_first()
    {
        var list = await KeptAsync(
            """
            {"formatVersion":"v1.0","disclaimer":"d","offerCode":"AmazonRDS","version":"1","publicationDate":"2026-11-19T00:00:00Z",
             "products":{
              "A":{"sku":"A","productFamily":"Database Instance","attributes":{"usagetype":"APN1-InstanceUsage:db.m6g.large","operation":"CreateDBInstance:0014","regionCode":"ap-northeast-1"}},
              "B":{"sku":"B","productFamily":"Database Instance","attributes":{"usagetype":"APN1-InstanceUsage:db.m6g.large","operation":"CreateDBInstance:0003","regionCode":"ap-northeast-1"}},
              "C":{"sku":"C","productFamily":"Serverless","attributes":{"usagetype":"APN1-Lambda-GB-Second","operation":"","regionCode":"ap-northeast-1"}}},
             "terms":{
              "OnDemand":{
               "A":{"A.J":{"offerTermCode":"J","sku":"A","effectiveDate":"2026-11-01T00:00:00Z","priceDimensions":{"A.J.6":{"rateCode":"A.J.6","beginRange":"0","endRange":"Inf","unit":"Hrs","pricePerUnit":{"USD":"0.2120000000"}}},"termAttributes":{}}},
               "B":{"B.J":{"sku":"B","priceDimensions":{"B.J.6":{"beginRange":"0","unit":"Hrs","pricePerUnit":{"USD":"0.9"}}}}},
               "C":{"C.J":{"sku":"C","priceDimensions":{"C.J.7":{"beginRange":"6000000000","unit":"Lambda-GB-Second","pricePerUnit":{"USD":"0.000015"}},"C.J.6":{"beginRange":"0","unit":"Lambda-GB-Second","pricePerUnit":{"USD":"0.0000166667"}}}}}},
              "Reserved":{"A":{"A.R":{"sku":"A","priceDimensions":{"A.R.6":{"beginRange":"0","unit":"Hrs","pricePerUnit":{"USD":"0.1"}}}}}}},
             "attributesList":{}}
            """
        );

        list.Format.ShouldBe("AWS price list, JSON");
        list.AsOf.ShouldBe(new DateOnly(2026, 11, 19));
        list.Prices.ShouldBe(2);
        var book = _given.Book();
        book.Of("AWS", "ap-northeast-1", "database/postgres/db.m6g.2xlarge")!
            .Amount.ShouldBe(0.848m);
        book.Of("AWS", "ap-northeast-1", "function/x86_64/gib-second")!
            .Amount.ShouldBe(0.0000166667m);
    }

    [Fact]
    public async Task Azure_retail_prices_tell_systems_apart_and_leave_reservations_and_spot()
    {
        var rows = string.Join(
            ',',
            Retail("Virtual Machines Dsv5 Series", "D4s v5", "Standard_D4s_v5", "0.23"),
            Retail("Virtual Machines Dsv5 Series Windows", "D4s v5", "Standard_D4s_v5", "0.414"),
            Retail("Virtual Machines Dsv5 Series", "D4s v5 Spot", "Standard_D4s_v5", "0.04"),
            Retail(
                "Virtual Machines Dsv5 Series",
                "D4s v5",
                "Standard_D4s_v5",
                "1300",
                "Reservation"
            ),
            """{"currencyCode":"EUR","tierMinimumUnits":0.0,"retailPrice":17.5,"armRegionName":"westeurope","effectiveStartDate":"2026-01-01T00:00:00Z","meterName":"P10 LRS Disk","productName":"Premium SSD Managed Disks","skuName":"P10 LRS","serviceName":"Storage","unitOfMeasure":"1/Month","type":"Consumption","armSkuName":"Premium_SSD_Managed_Disk_P10_LRS"}""",
            """{"currencyCode":"EUR","tierMinimumUnits":0.0,"retailPrice":0.0046,"armRegionName":"Global","effectiveStartDate":"2026-01-01T00:00:00Z","meterName":"Standard IPv4 Static Public IP","productName":"IP Addresses","skuName":"Standard","serviceName":"Virtual Network","unitOfMeasure":"1 Hour","type":"Consumption"}"""
        );
        var page =
            $$"""{"BillingCurrency":"EUR","CustomerEntityId":"Default","Items":[{{rows}}],"NextPageLink":null,"Count":6}""";
        foreach (
            var (name, text) in new[]
            {
                ("one page", page),
                ("pages", $"[{page}]"),
                ("rows", $"[{rows}]"),
            }
        )
        {
            var list = await KeptAsync(text, name);
            (list.Format, list.Prices, list.Skipped, list.Currencies).ShouldBe(
                ("Azure retail prices, JSON", 4L, 2L, "EUR")
            );
        }

        var book = _given.Book();
        book.Machine("Microsoft", "westeurope", "Standard_D4s_v5")!.Amount.ShouldBe(0.23m);
        book.Machine("Microsoft", "westeurope", "Standard_D8s_v5")!.Amount.ShouldBe(0.46m);
        book.Machine("Microsoft", "westeurope", "Standard_D4s_v5", "windows")!
            .Amount.ShouldBe(0.414m);
        book.Of("Microsoft", "westeurope", "disk/Premium_LRS/P10/month")!.Currency.ShouldBe("EUR");
        book.Of("Microsoft", "swedencentral", "address/standard/hour")!.Amount.ShouldBe(0.0046m);
    }

    [Fact]
    public async Task Google_machines_are_put_together_of_processors_and_memory()
    {
        var list = await KeptAsync(
            Catalog(
                ("N2 Instance Core running in Frankfurt", "OnDemand", 0.04073m),
                ("N2 Instance Ram running in Frankfurt", "OnDemand", 0.005458m),
                ("N2 Custom Instance Core running in Frankfurt", "OnDemand", 0.043m),
                ("Spot Preemptible N2 Instance Core running in Frankfurt", "Preemptible", 0.01m),
                ("Commitment v1: N2 Cpu in Frankfurt for 1 Year", "Commit1Yr", 0.02m),
                ("Balanced PD Capacity in Frankfurt", "OnDemand", 0.12m),
                ("Static Ip Charge", "OnDemand", 0.012m)
            )
        );

        (list.Format, list.Prices, list.Skipped).ShouldBe(("Google Cloud prices, JSON", 4L, 3L));
        var book = _given.Book();
        book.Machine("Google Cloud", "europe-west3", "n2-standard-8")!
            .Amount.ShouldBe(8 * (0.04073m + 4 * 0.005458m));
        book.Machine("Google Cloud", "europe-west3", "n2-highmem-2")!
            .Amount.ShouldBe(2 * (0.04073m + 8 * 0.005458m));
        book.Machine("Google Cloud", "europe-west3", "n2-standard-8", "windows").ShouldBeNull();
        book.Of("Google Cloud", "europe-west3", "disk/pd-balanced/gib-month")!
            .Amount.ShouldBe(0.12m);
        book.Of("Google Cloud", "europe-west3", "address/idle/hour")!.Amount.ShouldBe(0.012m);
    }

    /// <summary>The published price of each type is that of its parts, which are solved from two families of the same parts.</summary>
    [Fact]
    public async Task Parts_of_googles_families_give_the_published_prices()
    {
        if (!SharedData.TryFind(out var data))
        {
            Assert.Skip("The published list of prices stands beside the repository.");
        }

        using var file = File.OpenRead(Path.Combine(data, "prices", "gcp-vm-ondemand-spot.csv.gz"));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var published = reader
            .ReadToEnd()
            .Split('\n')
            .Select(l => l.Split(','))
            .Where(r => r[0] == "us-central1")
            .ToDictionary(r => r[1], r => decimal.Parse(r[2], CultureInfo.InvariantCulture));
        var checkedTypes = 0;
        foreach (var (prefix, name, ratio, high) in Made)
        {
            var (standard, memory) = (
                published[$"{prefix}-standard-8"] / 8,
                published[$"{prefix}-highmem-8"] / 8
            );
            var gib = (memory - standard) / (high - ratio);
            await KeptAsync(
                Catalog(
                    ($"{name} Core running in Iowa", "OnDemand", standard - ratio * gib),
                    ($"{name} Ram running in Iowa", "OnDemand", gib)
                ),
                prefix
            );
            foreach (var size in new[] { "standard-16", "highmem-16", "highcpu-8", "highcpu-16" })
            {
                if (published.TryGetValue($"{prefix}-{size}", out var price))
                {
                    checkedTypes++;
                    _given
                        .Book()
                        .Machine("Google Cloud", "europe-west3", $"{prefix}-{size}")!
                        .Amount.ShouldBe(price, price * 0.002m, $"{prefix}-{size}");
                }
            }
        }

        checkedTypes.ShouldBeGreaterThan(20);
    }

    public void Dispose() => _given.Dispose();

    private static readonly (string, string, decimal, decimal)[] Made =
    [
        ("n1", "N1 Predefined Instance", 3.75m, 6.5m),
        ("n2", "N2 Instance", 4, 8),
        ("n2d", "N2D AMD Instance", 4, 8),
        ("e2", "E2 Instance", 4, 8),
        ("c2d", "C2D AMD Instance", 4, 8),
        ("n4", "N4 Instance", 4, 8),
        ("c4", "C4 Instance", 3.75m, 7.75m),
        ("c4a", "C4A Arm Instance", 4, 8),
    ];

    private async Task<PriceList> KeptAsync(string text, string name = "list") =>
        (await _given.ImportAsync(text, name)).Value;

    private static string Retail(
        string product,
        string sku,
        string type,
        string price,
        string kind = "Consumption"
    ) =>
        $$"""{"currencyCode":"EUR","tierMinimumUnits":0.0,"retailPrice":{{price}},"unitPrice":{{price}},"armRegionName":"westeurope","location":"EU West","effectiveStartDate":"2026-01-01T00:00:00Z","meterName":"{{sku}}","productName":"{{product}}","skuName":"{{sku}}","serviceName":"Virtual Machines","unitOfMeasure":"1 Hour","type":"{{kind}}","armSkuName":"{{type}}"}""";

    private static string Catalog(
        params (string Description, string Usage, decimal Price)[] skus
    ) =>
        JsonSerializer.Serialize(
            new
            {
                skus = skus.Select(
                    (s, i) =>
                        new
                        {
                            skuId = $"S-{i}",
                            description = s.Description,
                            category = new { resourceFamily = "Compute", usageType = s.Usage },
                            serviceRegions = new[]
                            {
                                s.Description == "Static Ip Charge" ? "global" : "europe-west3",
                            },
                            pricingInfo = new[]
                            {
                                new
                                {
                                    effectiveTime = "2026-11-01T00:00:00Z",
                                    pricingExpression = new
                                    {
                                        usageUnit = "h",
                                        tieredRates = new[]
                                        {
                                            new
                                            {
                                                startUsageAmount = 0,
                                                unitPrice = new
                                                {
                                                    currencyCode = "USD",
                                                    units = decimal.Truncate(s.Price)
                                                        .ToString(CultureInfo.InvariantCulture),
                                                    nanos = (int)(s.Price % 1 * 1_000_000_000m),
                                                },
                                            },
                                        },
                                    },
                                },
                            },
                        }
                ),
                nextPageToken = "",
            }
        );
}
