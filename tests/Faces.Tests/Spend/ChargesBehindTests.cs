using Outlay.Kernel;
using Outlay.Query;
using Outlay.Spend;

namespace Outlay.Faces.Tests.Spend;

public sealed class ChargesBehindTests
{
    private static readonly Dimension Service = new("ServiceName");
    private static readonly Dimension Account = new("SubAccountName");

    [Fact]
    public void A_row_leads_to_its_keys_range_and_currency()
    {
        var table = Table([Service, Account], Tables.Row(5, null, "EC2", null));
        var charges = ChargesBehind.Row(table, table.Rows[0]).ShouldNotBeNull();
        charges.Currency.ShouldBe(Tables.Usd);
        charges.Period.Days.ShouldBe(table.Range);
        charges.GroupBy.ShouldBeEmpty();
        Text(charges).ShouldBe("RegionName=eu|us & ServiceName=EC2 & SubAccountName!?");
    }

    [Fact]
    public void Other_leads_to_what_the_named_groups_leave()
    {
        var table = Table(
            [Service],
            Tables.Row(5, null, "EC2"),
            Tables.Row(4, null, [null]),
            Other(1)
        );
        Text(ChargesBehind.Row(table, table.Rows[^1])!)
            .ShouldBe("RegionName=eu|us & ServiceName!=EC2 & ServiceName?");
    }

    [Fact]
    public void Other_of_two_dimensions_holds_what_shares_a_first_key_too()
    {
        var table = Table(
            [Service, Account],
            Tables.Row(5, null, "EC2", "a"),
            Tables.Row(4, null, "EC2", "b"),
            Tables.Row(3, null, "S3", "a"),
            Other(2)
        );
        Text(ChargesBehind.Row(table, table.Rows[^1])!)
            .ShouldBe(
                "RegionName=eu|us & ServiceName!=EC2|S3"
                    + " or RegionName=eu|us & ServiceName=EC2 & SubAccountName!=a|b"
                    + " or RegionName=eu|us & ServiceName=S3 & SubAccountName!=a"
            );
    }

    [Fact]
    public void Other_of_too_many_groups_has_no_address()
    {
        var rows = Enumerable.Range(0, 60).Select(i => Tables.Row(1, null, $"s{i}", "a"));
        var table = Table([Service, Account], [.. rows, Other(2)]);
        ChargesBehind.Row(table, table.Rows[^1]).ShouldBeNull();
    }

    [Fact]
    public void A_bucket_narrows_the_days()
    {
        var table = Table([Service], Tables.Row(5, null, "EC2"));
        var start = new DateTime(2026, 11, 2, 0, 0, 0, DateTimeKind.Utc);
        ChargesBehind
            .In(ChargesBehind.Total(table, Tables.Usd), new(start, start.AddDays(7), false))
            .Period.Days.ShouldBe(new DateRange(new(2026, 11, 2), new(2026, 11, 9)));
    }

    [Fact]
    public void A_prior_number_leads_to_the_days_of_the_comparison()
    {
        var table = Table([Service]);
        ChargesBehind
            .Prior(table, ChargesBehind.Total(table, Tables.Usd))!
            .Period.Days.ShouldBe(new DateRange(new(2026, 10, 1), new(2026, 10, 24)));
    }

    [Fact]
    public void A_click_filters_and_goes_one_dimension_deeper()
    {
        var query = new CostQuery { GroupBy = [Account, Service], Page = 3 };
        var inside = DrillDown.Into(query, Service, "EC2").ShouldNotBeNull();
        inside.GroupBy.ShouldBe([Account, new("ResourceType")]);
        inside.Page.ShouldBe(1);
        Text(inside).ShouldBe("ServiceName=EC2");
    }

    [Fact]
    public void A_click_at_the_end_of_the_way_opens_nothing()
    {
        var query = new CostQuery { GroupBy = [new("ChargeDescription")] };
        DrillDown.Into(query, new("ChargeDescription"), "x").ShouldBeNull();
    }

    [Fact]
    public void The_way_back_shows_what_was_clicked()
    {
        var query = new CostQuery { GroupBy = [Service] };
        var inside = DrillDown.Into(query, Service, "EC2")!;
        var path = DrillDown.Path(inside);
        path.Single().Before.GroupBy.ShouldBe(query.GroupBy);
        path.Single().Before.Filter.ShouldBe(CostFilter.All);
    }

    private static CostTable Table(IReadOnlyList<Dimension> by, params CostRow[] rows) =>
        Tables.Of(
            new CostQuery
            {
                GroupBy = by,
                Compare = Comparison.Prior,
                Filter = CostFilter.All.And(
                    new(new("RegionName"), FilterOperator.Is, ["eu", "us"])
                ),
            },
            rows
        );

    private static CostRow Other(int keys) =>
        new(Tables.Usd, new string?[keys], 1, null, 1, [], IsOther: true, OtherGroups: 7);

    private static string Text(CostQuery query) =>
        string.Join(
            " or ",
            query.Filter.Sets.Select(s =>
                string.Join(" & ", s.Conditions.Select(FilterExpression.Format))
            )
        );
}
