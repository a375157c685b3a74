using Outlay.Anomalies.Changes;

namespace Outlay.Anomalies.Tests.Changes;

public sealed class ChangeExplanationTests
{
    [Fact]
    public void Price_is_felt_on_what_is_used_now_and_usage_at_the_price_before()
    {
        var parts = Explain(Row("a", Priced(10, 2), Priced(15, 3))).Parts;

        parts.Usage.ShouldBe(5 * 2);
        parts.Price.ShouldBe(15 * 1);
        parts.Mix.ShouldBe(0);
        parts.Total.ShouldBe(25);
    }

    [Fact]
    public void A_shift_to_a_dearer_SKU_of_the_same_service_is_mix()
    {
        var change = Explain(
            Row("small", Priced(10, 1), Priced(5, 1)),
            Row("large", Priced(10, 3), Priced(15, 3))
        );

        change.Parts.Mix.ShouldBe(10);
        change.Parts.Usage.ShouldBe(0);
        change.Parts.Price.ShouldBe(0);
        change.Difference.ShouldBe(10);
    }

    [Fact]
    public void Growth_of_all_SKUs_alike_is_usage_without_mix()
    {
        var parts = Explain(
            Row("small", Priced(10, 1), Priced(20, 1)),
            Row("large", Priced(10, 3), Priced(20, 3))
        ).Parts;

        parts.Usage.ShouldBe(40);
        parts.Mix.ShouldBe(0);
    }

    [Fact]
    public void SKUs_of_different_units_or_services_are_not_mixed()
    {
        var parts = Explain(
            Row("hours", Priced(10, 1), Priced(5, 1)),
            Row("bytes", Priced(10, 3), Priced(15, 3)) with
            {
                Unit = "GB",
            },
            Row("other", Priced(10, 7), Priced(15, 7)) with
            {
                Group = "rds",
            }
        ).Parts;

        parts.Mix.ShouldBe(0);
        parts.Usage.ShouldBe(-5 + 15 + 35);
    }

    [Fact]
    public void Rows_of_one_period_alone_are_new_or_gone()
    {
        var parts = Explain(
            Row("a", PeriodAmounts.None, Priced(3, 4)),
            Row("b", Priced(5, 1), PeriodAmounts.None)
        ).Parts;

        parts.ShouldBe(new ChangeParts { New = 12, Gone = -5 });
    }

    [Fact]
    public void A_commitment_that_saves_more_lowers_cost_by_its_effect()
    {
        var parts = Explain(
            Row("a", new(10, 20, 20, 20), new(10, 20, 20, 12)),
            Row("fee", new(null, 0, 0, 3), new(null, 0, 0, 4)) with
            {
                Kind = ChargeKind.Commitment,
            }
        ).Parts;

        parts.ShouldBe(new ChangeParts { CommitmentEffect = -8 + 1 });
    }

    [Fact]
    public void Credits_taxes_and_one_off_charges_stand_by_themselves()
    {
        static ChangeRow Plain(string sku, ChargeKind kind, decimal before, decimal after) =>
            Row(sku, new(null, 0, before, before), new(null, 0, after, after)) with
            {
                Kind = kind,
            };

        var parts = Explain(
            Plain("a", ChargeKind.Credit, -10, -4),
            Plain("b", ChargeKind.Tax, 19, 21),
            Plain("c", ChargeKind.OneOff, 0, 500)
        ).Parts;

        parts.ShouldBe(
            new ChangeParts
            {
                Credits = 6,
                Tax = 2,
                OneOff = 500,
            }
        );
    }

    [Fact]
    public void Price_falls_apart_into_public_price_and_negotiated_discount()
    {
        var parts = Explain(Row("a", new(10, 100, 90, 90), new(20, 220, 176, 176))).Parts;

        parts.Usage.ShouldBe(90);
        parts.ListPrice.ShouldBe(20 * 1 * 0.9m);
        parts.NegotiatedDiscount.ShouldBe(-22);
        parts.Price.ShouldBe(-4);
        parts.Total.ShouldBe(86);
    }

    [Theory]
    [InlineData(null, 5)]
    [InlineData(0, 5)]
    [InlineData(5, null)]
    [InlineData(-5, 5)]
    public void Rows_without_a_quantity_are_usage_with_a_note(int? before, int? after)
    {
        var row = Explain(Row("a", new(before, 10, 10, 9), new(after, 15, 15, 15)))
            .Rows.ShouldHaveSingleItem();

        row.Note.ShouldBe(ChangeNote.NoQuantity);
        row.Parts.ShouldBe(new ChangeParts { Usage = 5, CommitmentEffect = 1 });
    }

    [Fact]
    public void Quantities_too_far_apart_are_usage_with_a_note()
    {
        var row = Explain(Row("a", Priced(1, 1), Priced(100_001, 1))).Rows[0];

        row.Note.ShouldBe(ChangeNote.QuantitiesTooFarApart);
        row.Parts.Usage.ShouldBe(row.Row.Difference);
    }

    [Fact]
    public void A_row_that_stands_twice_is_refused() =>
        Should.Throw<ArgumentException>(() =>
            Explain(Row("a", Priced(1, 1), Priced(1, 2)), Row("a", Priced(2, 1), Priced(1, 2)))
        );

    [Fact]
    public void No_rows_are_no_change() => Explain().Parts.ShouldBe(default);

    private static ExplainedChange Explain(params ChangeRow[] rows) =>
        ChangeExplanation.Explain(rows);

    private static ChangeRow Row(string sku, PeriodAmounts before, PeriodAmounts after) =>
        new(sku, ["prod"], "ec2", "hours", ChargeKind.Usage, before, after);

    private static PeriodAmounts Priced(decimal quantity, decimal price) =>
        new(quantity, quantity * price, quantity * price, quantity * price);
}
