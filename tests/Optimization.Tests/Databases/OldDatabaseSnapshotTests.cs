using Outlay.Inventory;
using Outlay.Inventory.Resources;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Tests.Given;

namespace Outlay.Optimization.Tests.Databases;

public sealed class OldDatabaseSnapshotTests
{
    private const string Rule = "old-database-snapshot";

    private static readonly DatabaseSnapshot Old = new()
    {
        Provider = "AWS",
        AccountId = "111122223333",
        Region = "us-east-1",
        Id = "last-of-shop",
        Name = "arn:last-of-shop",
        DatabaseId = "shop",
        IsManual = true,
        StorageGib = 100,
        CreatedAt = GivenScan.Now.AddDays(-90),
    };

    [Fact]
    public void Half_of_the_storage_is_counted_where_the_bill_does_not_name_it()
    {
        var found = GivenVerdicts.Found(Rule, Context(Old));
        found.MonthlySaving.ShouldBe(4.75m);
        found.Range.ShouldBe((0m, 9.5m));
    }

    [Fact]
    public void Young_and_automatic_ones_stay_and_those_of_a_database_that_exists()
    {
        GivenVerdicts.IsSilent(Rule, Context(Old with { CreatedAt = GivenScan.Now.AddDays(-89) }));
        GivenVerdicts.IsSilent(Rule, Context(Old with { CreatedAt = null }));
        GivenVerdicts.IsSilent(Rule, Context(Old with { IsManual = false }));
        GivenVerdicts.IsSilent(
            Rule,
            Context(
                Old,
                new Database
                {
                    Provider = "AWS",
                    AccountId = "111122223333",
                    Region = "us-east-1",
                    Id = "shop",
                    Name = "arn:shop",
                    Engine = "mysql",
                    EngineVersion = "8.4",
                    Type = "db.m5.large",
                    State = "available",
                }
            )
        );
    }

    private static RuleContext Context(params Resource[] resources) =>
        GivenScan.Context(resources, new GivenPrices().Item("database/snapshot/gib-month", 0.095m));
}
