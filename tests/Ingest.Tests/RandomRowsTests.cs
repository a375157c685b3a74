using System.Globalization;
using System.Numerics;
using CsCheck;
using Outlay.Testing;

namespace Outlay.Ingest.Tests;

public sealed class RandomRowsTests
{
    private static readonly Gen<decimal> Amount = Gen.Select(
        Gen.Int,
        Gen.Int[0, 40],
        Gen.Bool,
        Gen.Int[0, 18],
        (low, mid, negative, scale) => new decimal(low, mid, 0, negative, (byte)scale)
    );

    [Fact]
    public async Task Any_rows_arrive_with_the_sums_of_the_file()
    {
        var row = Gen.Select(
            Amount,
            Gen.Int[7, 10],
            OneOf("USD", "EUR"),
            OneOf("", "\"{\"\"team\"\":\"\"a, b\"\"}\"", "\"{\"\"x\"\":1}\"")
        );
        await row.Array[1, 40]
            .SampleAsync(
                async rows =>
                {
                    using var world = new OutlayWorld();
                    var lines = rows.Select(r =>
                        FocusLines.Line(
                            Text(r.Item1),
                            $"2026-{r.Item2:D2}",
                            currency: r.Item3,
                            tags: r.Item4
                        )
                    );
                    var run = await world.ImportAsync(
                        world.Files.Write("a.csv", FocusLines.File([.. lines]))
                    );
                    run.State.ShouldBe(ImportState.Succeeded, run.Message);
                    var lake = world
                        .Catalog.Current()
                        .Loads.SelectMany(l =>
                            l.ControlTotals.Select(t =>
                                (l.Period.Start.Month, t.Currency, Exact(t.LakeBilled), t.LakeRows)
                            )
                        )
                        .Order();
                    var file = rows.GroupBy(r => (r.Item2, r.Item3))
                        .Select(g =>
                            (
                                g.Key.Item1,
                                g.Key.Item2,
                                g.Aggregate(
                                    BigInteger.Zero,
                                    (sum, r) => sum + Exact(Text(r.Item1))
                                ),
                                (long)g.Count()
                            )
                        )
                        .Order();
                    lake.ShouldBe(file);
                },
                iter: 15,
                threads: 1
            );
    }

    private static string Text(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);

    // In units of the eighteenth decimal: sums may have more digits than a decimal holds.
    private static BigInteger Exact(string amount)
    {
        var parts = amount.Split('.');
        var decimals = parts.Length > 1 ? parts[1] : "";
        return BigInteger.Parse(
            parts[0] + decimals.PadRight(18, '0'),
            CultureInfo.InvariantCulture
        );
    }

    private static Gen<string> OneOf(params string[] choices) =>
        Gen.Int[0, choices.Length - 1].Select(i => choices[i]);
}
