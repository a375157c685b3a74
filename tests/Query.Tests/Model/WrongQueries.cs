namespace Outlay.Query.Tests.Model;

public sealed class WrongQueries
{
    [Theory]
    [InlineData("from=2026-02-30&to=2026-03-01", "from", "2026-02-30")]
    [InlineData("from=2026-11-02&to=2026-11-01", "from", "after")]
    [InlineData("from=2026-11-02", "to", "missing")]
    [InlineData("period=custom", "from", "missing")]
    [InlineData("period=mtd&from=2026-11-02&to=2026-11-03", "period", "beside")]
    [InlineData("from=0001-01-01&to=2026-11-03", "from", "reach")]
    [InlineData("period=week", "period", "'week'")]
    [InlineData("grain=minute", "grain", "'minute'")]
    [InlineData("grain=day&grain=hour", "grain", "more than once")]
    [InlineData("metric=net", "metric", "'net'")]
    [InlineData("currency=dollar", "currency", "'dollar'")]
    [InlineData("groupBy=Servicename&groupBy=ServiceName", "groupBy", "twice")]
    [InlineData("groupBy=tag:team&groupBy=tag:TEAM", "groupBy", "twice")]
    [InlineData("groupBy=a&groupBy=b", "groupBy", "'a'")]
    [InlineData("groupBy=ServiceName&groupBy=RegionId&groupBy=SkuId&groupBy=tag:a", "groupBy", "4")]
    [InlineData("groupBy=BilledCost", "groupBy", "number")]
    [InlineData("groupBy=Tags", "groupBy", "tag:team")]
    [InlineData("groupBy=tag:", "groupBy", "missing")]
    [InlineData("groupBy=ProviderName", "groupBy", "HostProviderName")]
    [InlineData("filter=ServiceName", "filter", "operator")]
    [InlineData("filter=ServiceName!EC2", "filter", "operator")]
    [InlineData("filter=Servce=EC2", "filter", "'Servce'")]
    [InlineData("filter=ServiceName?yes", "filter", "after ?")]
    [InlineData("filter=or", "filter", "no condition")]
    [InlineData("filter=ServiceName=a&filter=or", "filter", "no condition")]
    [InlineData("exclude=refunds", "exclude", "'refunds'")]
    [InlineData("compare=before", "compare", "'before'")]
    [InlineData("compare=2026-10-31..2026-10-01", "compare", "after")]
    [InlineData("top=0", "top", "0")]
    [InlineData("top=101", "top", "101")]
    [InlineData("top=five", "top", "'five'")]
    [InlineData("sort=--cost", "sort", "'-cost'")]
    [InlineData("page=0", "page", "0")]
    [InlineData("size=0", "size", "0")]
    [InlineData("size=1001", "size", "1001")]
    [InlineData("size=99999999999", "size", "99999999999")]
    public void A_wrong_parameter_is_named_with_its_value_and_a_way_out(
        string url,
        string field,
        string says
    )
    {
        var problem = CostQueryUrl.Parse(url).Problem.ShouldNotBeNull();

        problem.Field.ShouldBe(field);
        problem.ToString().ShouldContain(says);
        problem.Fix.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("""{"grian":"day"}""", "grian", "Did you mean grain?")]
    [InlineData("""{"top":"ten"}""", "top", "'ten'")]
    [InlineData("""{"top":1.5}""", "top", "1.5")]
    [InlineData("""{"groupBy":"ServiceName"}""", "groupBy", "array")]
    [InlineData("""{"metric":5}""", "metric", "text")]
    [InlineData("""{"grain":"day","grain":"hour"}""", "grain", "more than once")]
    [InlineData("""{"filter":[]}""", "filter", "sets")]
    [InlineData("""{"filter":{"sets":[[]]}}""", "filter", "no condition")]
    [InlineData(
        """{"filter":{"sets":[[{"dimension":"ServiceName","operator":"like","values":["a"]}]]}}""",
        "filter",
        "'like'"
    )]
    [InlineData(
        """{"filter":{"sets":[[{"dimension":"ServiceName","operator":"is"}]]}}""",
        "filter",
        "no value"
    )]
    [InlineData(
        """{"filter":{"sets":[[{"dimension":"ServiceName","operator":"is","values":[1]}]]}}""",
        "filter",
        "text"
    )]
    public void A_wrong_field_is_named(string json, string field, string says)
    {
        var problem = CostQueryJson.Parse(json).Problem.ShouldNotBeNull();

        problem.Field.ShouldBe(field);
        problem.ToString().ShouldContain(says);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("")]
    public void What_is_not_an_object_is_refused(string json) =>
        CostQueryJson.Parse(json).IsOk.ShouldBeFalse();

    [Fact]
    public void Empty_values_of_a_form_count_as_absent() =>
        CostQueryUrl
            .Parse("period=7d&from=&to=&currency=&filter=&groupBy=&unknown=1")
            .Value.ShouldBe(new CostQuery { Period = Period.Of(PeriodPreset.Last7Days) });
}
