namespace Outlay.Anomalies.Causes;

/// <summary>
/// Finds where a deviation comes from. For every combination of up to three dimensions the elements that moved with the whole, and whose leaves
/// moved alike, are taken greedily; sets are compared by the generalised potential score of Squeeze (Li et al., ISSRE 2019, with the ripple of
/// each element by itself) plus a weight for the share explained and less a price for length.
/// </summary>
/// <param name="settings">Its constants.</param>
public sealed class RootCauseRanking(RankingSettings settings)
{
    /// <summary>Ranks the causes of the deviation of all leaves.</summary>
    /// <param name="table">The leaves.</param>
    /// <returns>The best first; empty when the whole did not move or nothing explains it.</returns>
    public IReadOnlyList<RootCause> Rank(LeafTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var whole = Whole.Of(table);
        if (whole.Delta == 0)
        {
            return [];
        }

        var cuboids = Combinations(table.Dimensions.Count).ToArray();
        var found = new List<RootCause>[cuboids.Length];
        Parallel.For(
            0,
            cuboids.Length,
            i => found[i] = Causes(new Cuboid(table, cuboids[i]).Elements(Smallest(whole)), whole)
        );
        return
        [
            .. found
                .SelectMany(causes => causes)
                .OrderByDescending(cause => cause.Score)
                .Take(settings.Top),
        ];
    }

    private double Smallest(Whole whole) => settings.SmallestShare * whole.Delta;

    private List<RootCause> Causes(List<Element> elements, Whole whole)
    {
        var ranked = elements
            .Where(e => e.Consistency >= settings.SmallestConsistency)
            .OrderByDescending(e => Math.Abs(e.Delta) * e.Consistency)
            .ThenBy(e => e.Key)
            .Take(settings.LargestSet)
            .ToList();
        var causes = new List<RootCause>();
        for (var size = 1; size <= ranked.Count; size++)
        {
            var set = ranked[..size];
            var share = set.Sum(e => e.Delta) / whole.Delta;
            if (share > settings.SmallestExplained)
            {
                var score =
                    PotentialScore(set, whole)
                    + (settings.ExplainedWeight * Math.Min(share, settings.ExplainedCap))
                    - (settings.LengthPrice * size * set[0].Values.Count);
                causes.Add(new([.. set.Select(e => e.ToCause())], share, score));
            }
        }

        return causes;
    }

    /// <summary>How much better the set tells the leaves' cost, inside by its ripple and outside by no change, than no change anywhere.</summary>
    private static double PotentialScore(List<Element> set, Whole whole)
    {
        var leaves = set.Sum(e => e.Leaves);
        var moved = set.Sum(e => e.Moved);
        var inside = moved / Math.Max(1, leaves);
        var ripple = set.Sum(e => e.Ripple) / Math.Max(1, leaves);
        var outside = (whole.Moved - moved) / Math.Max(1, whole.Leaves - leaves);
        return inside + outside > 0 ? 1 - ((ripple + outside) / (inside + outside)) : 0;
    }

    private IEnumerable<int[]> Combinations(int dimensions)
    {
        var open = new Queue<int[]>(Enumerable.Range(0, dimensions).Select(d => new[] { d }));
        while (open.TryDequeue(out var combination))
        {
            yield return combination;
            if (combination.Length < settings.Layers)
            {
                for (var next = combination[^1] + 1; next < dimensions; next++)
                {
                    open.Enqueue([.. combination, next]);
                }
            }
        }
    }

    private readonly record struct Whole(double Delta, double Moved, int Leaves)
    {
        public static Whole Of(LeafTable table)
        {
            double delta = 0;
            double moved = 0;
            for (var leaf = 0; leaf < table.Count; leaf++)
            {
                var off = table.Actual[leaf] - table.Expected[leaf];
                delta += off;
                moved += Math.Abs(off);
            }

            return new(delta, moved, table.Count);
        }
    }
}
