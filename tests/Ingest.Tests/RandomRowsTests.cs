using System.Globalization;
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
                            r.Item1.ToString(CultureInfo.InvariantCulture),
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
                                (
                                    l.Period.Start.Month,
                                    t.Currency,
                                    decimal.Parse(t.LakeBilled, CultureInfo.InvariantCulture),
                                    t.LakeRows
                                )
                            )
                        )
                        .Order();
                    var file = rows.GroupBy(r => (r.Item2, r.Item3))
                        .Select(g =>
                            (g.Key.Item1, g.Key.Item2, g.Sum(r => r.Item1), (long)g.Count())
                        )
                        .Order();
                    lake.ShouldBe(file);
                },
                iter: 15,
                threads: 1
            );
    }

    private static Gen<string> OneOf(params string[] choices) =>
        Gen.Int[0, choices.Length - 1].Select(i => choices[i]);
}
