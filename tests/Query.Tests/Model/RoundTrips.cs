using CsCheck;

namespace Outlay.Query.Tests.Model;

public sealed class RoundTrips
{
    [Fact]
    public void Any_query_survives_its_url() =>
        AnyQuery.Any.Sample(query => CostQueryUrl.Parse(CostQueryUrl.Format(query)).Value == query);

    [Fact]
    public void Any_query_survives_its_json() =>
        AnyQuery.Any.Sample(query =>
            CostQueryJson.Parse(CostQueryJson.Format(query)).Value == query
        );

    [Fact]
    public void Any_condition_survives_its_expression() =>
        AnyQuery.Condition.Sample(condition =>
            FilterExpression.Parse(FilterExpression.Format(condition)).Value == condition
        );

    [Fact]
    public void The_default_query_has_an_empty_url_and_an_empty_object()
    {
        CostQueryUrl.Format(new CostQuery()).ShouldBe("");
        CostQueryJson.Format(new CostQuery()).ShouldBe("{}");
        CostQueryUrl.Parse("").Value.ShouldBe(new CostQuery());
        CostQueryJson.Parse("{}").Value.ShouldBe(new CostQuery());
    }

    [Fact]
    public void A_url_is_written_in_a_stable_order_and_escaped()
    {
        var query = new CostQuery
        {
            Period = Period.Of(
                Kernel.DateRange.Inclusive(new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 22))
            ),
            Grain = TimeGrain.Month,
            Metric = CostMetric.Billed,
            GroupBy = [new("ServiceName"), Dimension.Tag("cost=center")],
            Filter = new CostFilter([
                new([
                    new(new("ServiceName"), FilterOperator.Is, ["Amazon EC2", "A|B"]),
                    new(new("tag:a=b"), FilterOperator.Empty, []),
                ]),
                new([new(new("RegionId"), FilterOperator.StartsWith, ["eu-"])]),
            ]),
            Exclude = ChargeSwitches.Purchases | ChargeSwitches.Tax,
            Compare = Comparison.Prior,
            Top = 5,
            Sort = new(SortKey.Name, false),
        };

        CostQueryUrl
            .Parameters(query)
            .Select(p => $"{p.Key}={p.Value}")
            .ShouldBe([
                "from=2026-11-01",
                "to=2026-11-22",
                "grain=month",
                "metric=billed",
                "groupBy=ServiceName",
                "groupBy=tag:cost=center",
                "exclude=tax",
                "exclude=purchases",
                "compare=prior",
                "top=5",
                "sort=name",
                @"filter=ServiceName=Amazon EC2|A\|B",
                @"filter=tag:a\=b!?",
                "filter=or",
                "filter=RegionId^eu-",
            ]);
        CostQueryUrl.Format(query).ShouldContain("filter=ServiceName%3DAmazon%20EC2%7CA%5C%7CB");
    }

    [Fact]
    public void Json_carries_the_filter_by_structure()
    {
        var json = """
            {"period":"last-month","grain":"none","groupBy":["servicename","TAG:Team"],"exclude":["credits"],"top":3,"sort":"-change",
             "compare":"2026-10-01..2026-10-31","currency":"eur",
             "filter":{"sets":[[{"dimension":"ServiceName","operator":"isNot","values":["a|b","c"]},{"dimension":"tag:env","operator":"exists"}]]}}
            """;

        var query = CostQueryJson.Parse(json).Value;

        query.GroupBy.ShouldBe([new("ServiceName"), new("tag:Team")]);
        query
            .Filter.Sets[0]
            .Conditions.ShouldBe([
                new(new("ServiceName"), FilterOperator.IsNot, ["a|b", "c"]),
                new(new("tag:env"), FilterOperator.Exists, []),
            ]);
        query.Compare.Days.ToString().ShouldBe("2026-10-01..2026-10-31");
        query.Currency.ToString().ShouldBe("EUR");
        query.Sort.ShouldBe(new CostSort(SortKey.Change, true));
    }
}
