using Outlay.Testing;
using static Outlay.Testing.LakeBuilder;

namespace Outlay.Query.Tests.Engine;

public sealed class Facts : IDisposable
{
    private readonly LakeBuilder _lake = new();
    private readonly TestEngine _engine;

    public Facts() => _engine = new TestEngine(_lake);

    public void Dispose()
    {
        _engine.Dispose();
        _lake.Dispose();
    }

    [Fact]
    public void An_empty_lake_says_so()
    {
        var facts = _engine.Engine.Facts();

        facts.IsEmpty.ShouldBeTrue();
        facts.FirstDay.ShouldBeNull();
        facts.IncompleteFrom.ShouldBeNull();
        facts.LastPublished.ShouldBeNull();
        facts.Currencies.ShouldBeEmpty();
    }

    [Fact]
    public void Loads_say_what_the_lake_holds()
    {
        _lake.Publish(
            "aws",
            "2026-10",
            [
                Charge("2026-10-05", "1", ("tag:b", "1")),
                Charge("2026-10-30", "1", ("ChargeCategory", "Tax"), ("x_B", "1")),
            ]
        );
        _lake.Publish(
            "gcp",
            "2026-11",
            [Charge("2026-11-21", "1", ("BillingCurrency", "EUR"), ("tag:a", "1"), ("x_A", "1"))]
        );

        var facts = _engine.Engine.Facts();

        facts.Charges.ShouldBe(3);
        facts.FirstDay.ShouldBe(new DateOnly(2026, 10, 5));
        facts.LastDay.ShouldBe(new DateOnly(2026, 11, 21));
        facts.LastUsageDay.ShouldBe(new DateOnly(2026, 11, 21));
        facts.Currencies.ShouldBe(["USD", "EUR"]);
        facts.TagKeys.ShouldBe(["a", "b"]);
        facts.ExtraColumns.ShouldBe(["x_A", "x_B"]);
        facts.Revision.ShouldBe(2);
    }

    [Theory]
    [InlineData("2026-11-21", null, "2026-11-21")] // delivered up to yesterday: yesterday may still grow
    [InlineData("2026-11-22", null, "2026-11-21")]
    [InlineData("2026-11-18", null, "2026-11-19")] // late
    [InlineData("2026-11-21", "2026-11-10", "2026-11-11")] // the slowest counts
    [InlineData("2026-10-31", null, "2026-11-01")] // this month is still to come
    [InlineData("2026-11-21", "2026-08-10", "2026-11-21")] // the other has stopped delivering
    [InlineData("2026-08-10", null, "2026-11-21")]
    public async Task Days_are_incomplete_from(string usage, string? other, string from)
    {
        _lake.Publish("aws", usage[..7], [Charge(usage, "1")]);
        if (other is not null)
        {
            _lake.Publish("gcp", other[..7], [Charge(other, "1")]);
        }

        var expected = DateOnly.ParseExact(from, "yyyy-MM-dd");
        var table = await _engine.RunAsync(new CostQuery());

        _engine.Engine.Facts().IncompleteFrom.ShouldBe(expected);
        table
            .Buckets.Where(b => b.Incomplete)
            .Select(b => DateOnly.FromDateTime(b.Start))
            .First()
            .ShouldBe(expected);
    }
}
