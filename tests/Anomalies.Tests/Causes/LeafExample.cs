using CsCheck;
using Outlay.Anomalies.Causes;

namespace Outlay.Anomalies.Tests.Causes;

/// <summary>A leaf of our own making.</summary>
internal sealed record Leaf(int A, int B, int C, double Expected, double Actual);

internal static class LeafExample
{
    public static Gen<Leaf[]> Random =>
        Gen.Select(
            Gen.Int[0, 3],
            Gen.Int[0, 4],
            Gen.Int[0, 2],
            Gen.Double[0, 100],
            Gen.Double[0, 200],
            (a, b, c, expected, actual) => new Leaf(a, b, c, expected, actual)
        ).Array[1, 60];

    public static LeafTable Of(Leaf[] leaves) =>
        new(
            ["service", "account", "region"],
            [
                [.. leaves.Select(l => l.A)],
                [.. leaves.Select(l => l.B)],
                [.. leaves.Select(l => l.C)],
            ],
            [.. leaves.Select(l => l.Expected)],
            [.. leaves.Select(l => l.Actual)]
        );

    public static Leaf[] Shuffle(Leaf[] leaves, int seed)
    {
        var copy = (Leaf[])leaves.Clone();
        new Random(seed).Shuffle(copy);
        return copy;
    }

    /// <summary>Four by five by three leaves whose actual cost follows a rule.</summary>
    public static LeafTable Table(Func<int[], double, double> actual)
    {
        var random = new Random(5);
        var leaves =
            from a in Enumerable.Range(0, 4)
            from b in Enumerable.Range(0, 5)
            from c in Enumerable.Range(0, 3)
            let cost = 20 + (80 * random.NextDouble())
            select new Leaf(a, b, c, cost, actual([a, b, c], cost));
        return Of([.. leaves]);
    }
}
