using CsCheck;
using Outlay.Anomalies.Changes;

namespace Outlay.Anomalies.Tests.Changes;

public sealed class AdditivityTests
{
    private static readonly Gen<decimal> Money =
        from units in Gen.Long[-10_000_000_000_000, 10_000_000_000_000]
        from places in Gen.Int[5, 12]
        select Scaled(units, places);

    private static readonly Gen<decimal?> Quantity =
        from units in Gen.Long[-20, 10_000_000_000]
        from places in Gen.Int[0, 9]
        from isAbsent in Gen.Int[0, 9]
        select isAbsent == 0 ? null : (decimal?)Scaled(units, places);

    private static readonly Gen<PeriodAmounts> Amounts =
        from quantity in Quantity
        from list in Money
        from contracted in Money
        from effective in Money
        from isAbsent in Gen.Int[0, 5]
        select isAbsent == 0
            ? PeriodAmounts.None
            : new PeriodAmounts(quantity, list, contracted, effective);

    private static readonly Gen<ChangeRow[]> Rows = (
        from kind in Gen.Enum<ChargeKind>()
        from isUsage in Gen.Bool
        from service in Gen.Bool.Select(b => b ? "ec2" : "rds")
        from unit in Gen.Bool.Select(b => b ? "hours" : "GB")
        from account in Gen.Bool.Select(b => b ? "prod" : "test")
        from before in Amounts
        from after in Amounts
        select new ChangeRow(
            "",
            [account],
            service,
            unit,
            isUsage ? ChargeKind.Usage : kind,
            before,
            after
        )
    )
        .Array[0, 30]
        .Select(rows => rows.Select((row, i) => row with { Sku = $"sku{i}" }).ToArray());

    [Fact]
    public void The_parts_of_every_row_sum_to_its_difference_to_the_last_digit() =>
        Rows.Sample(rows =>
        {
            foreach (var row in ChangeExplanation.Explain(rows).Rows)
            {
                row.Parts.Total.ShouldBe(row.Row.Difference);
            }
        });

    [Fact]
    public void The_parts_of_the_whole_sum_to_the_difference_of_the_periods() =>
        Rows.Sample(rows =>
        {
            var change = ChangeExplanation.Explain(rows);

            change.Parts.Total.ShouldBe(
                rows.Sum(r => r.After.EffectiveCost) - rows.Sum(r => r.Before.EffectiveCost)
            );
            change.Parts.Total.ShouldBe(change.Difference);
        });

    [Fact]
    public void The_parts_of_all_accounts_sum_to_the_whole() =>
        Rows.Sample(rows =>
        {
            var change = ChangeExplanation.Explain(rows);

            var sum = change
                .By(row => row.Attributes[0])
                .Aggregate(default(ChangeParts), (total, account) => total + account.Value);

            sum.ShouldBe(change.Parts);
        });

    [Fact]
    public void Periods_exchanged_turn_the_sign_of_what_has_no_interaction() =>
        Rows.Sample(rows =>
        {
            var forth = ChangeExplanation.Explain(rows).Parts;

            var back = ChangeExplanation
                .Explain([.. rows.Select(r => r with { Before = r.After, After = r.Before })])
                .Parts;

            back.Total.ShouldBe(-forth.Total);
            back.New.ShouldBe(-forth.Gone);
            back.CommitmentEffect.ShouldBe(-forth.CommitmentEffect);
            (back.Price + back.Usage + back.Mix).ShouldBe(-(forth.Price + forth.Usage + forth.Mix));
        });

    [Fact]
    public void Mix_of_a_group_vanishes_when_all_its_SKUs_cost_alike() =>
        Gen.Select(Gen.Int[1, 1000], Gen.Int[1, 1000])
            .Array[1, 10]
            .Sample(quantities =>
            {
                var rows = quantities.Select(
                    (q, i) =>
                        new ChangeRow(
                            $"sku{i}",
                            [],
                            "ec2",
                            "hours",
                            ChargeKind.Usage,
                            new(q.Item1, 0, q.Item1 * 3, q.Item1 * 3),
                            new(q.Item2, 0, q.Item2 * 3, q.Item2 * 3)
                        )
                );

                var parts = ChangeExplanation.Explain([.. rows]).Parts;

                parts.Mix.ShouldBe(0);
                parts.Usage.ShouldBe(parts.Total, 0.000001m);
            });

    private static decimal Scaled(long units, int places)
    {
        var value = (decimal)units;
        for (var i = 0; i < places; i++)
        {
            value /= 10;
        }

        return value;
    }
}
