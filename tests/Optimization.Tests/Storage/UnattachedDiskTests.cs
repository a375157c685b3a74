using Outlay.Inventory.Resources;
using Outlay.Optimization.Rules;
using Outlay.Optimization.Tests.Given;

namespace Outlay.Optimization.Tests.Storage;

public sealed class UnattachedDiskTests
{
    private const string Rule = "unattached-disk";

    private static readonly GivenPrices Prices = new GivenPrices()
        .Item("disk/gp3/gib-month", 0.08m)
        .Item("disk/Premium_LRS/P10/month", 19.71m)
        .Item("disk/Premium_LRS/P40/month", 259.05m)
        .Item("disk/Premium_LRS/P50/month", 495.57m)
        .Item("disk/Premium_LRS/P60/month", 946.08m);

    private static readonly Disk Free = GivenDisks.Disk("vol-1", "gp3", 50);

    [Fact]
    public void A_disk_that_no_machine_has_saves_its_whole_cost()
    {
        var found = GivenVerdicts.Found(Rule, Context(Free));
        found.MonthlySaving.ShouldBe(4m);
        found.HowTo[0].Text.ShouldContain("create-snapshot");
    }

    [Fact]
    public void Days_count_from_its_detachment_where_that_is_known()
    {
        GivenVerdicts.IsSilent(
            Rule,
            Context(Free with { DetachedSince = GivenScan.Now.AddDays(-6) })
        );
        GivenVerdicts
            .Found(Rule, Context(Free with { DetachedSince = GivenScan.Now.AddDays(-7) }))
            .Why.ShouldContain("7 days");
    }

    [Fact]
    public void A_disk_that_a_machine_has_stays() =>
        GivenVerdicts.IsSilent(Rule, Context(Free with { AttachedTo = ["i-1"] }));

    [Fact]
    public void Without_any_date_nothing_is_found() =>
        GivenVerdicts.Unknown(Rule, Context(Free with { CreatedAt = null })).ShouldContain("old");

    [Theory]
    [InlineData(100, 19.71)]
    [InlineData(2048, 259.05)]
    [InlineData(4096, 495.57)]
    [InlineData(4097, 946.08)]
    public void Managed_disks_of_azure_cost_what_their_step_costs(double gib, double cost) =>
        GivenVerdicts.Found(Rule, Context(Azure(gib))).MonthlySaving.ShouldBe((decimal)cost);

    [Theory]
    [InlineData(4)]
    [InlineData(16)]
    [InlineData(10000)]
    public void A_step_without_a_price_is_not_priced_as_another(double gib) =>
        GivenVerdicts.IsSilent(
            Rule,
            GivenScan.Context(
                [Azure(gib)],
                new GivenPrices()
                    .Item("disk/Premium_LRS/P4/month", 5.28m)
                    .Item("disk/Premium_LRS/P50/month", 495.57m)
            )
        );

    private static Disk Azure(double gib) =>
        GivenDisks.Disk("data", "Premium_LRS", gib) with
        {
            Provider = "Microsoft",
        };

    private static RuleContext Context(Disk disk) => GivenScan.Context([disk], Prices);
}
