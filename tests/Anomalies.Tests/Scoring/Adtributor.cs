using Outlay.Anomalies.Causes;

namespace Outlay.Anomalies.Scoring;

/// <summary>Adtributor (Bhagwan et al., NSDI 2014), for comparison: the values of the one dimension whose shares changed most.</summary>
public static class Adtributor
{
    private const double ElementShare = 0.1;
    private const double SetShare = 0.67;

    public static IReadOnlyList<DimensionValue> Explain(LeafTable table)
    {
        IReadOnlyList<DimensionValue> best = [];
        var surprise = double.NegativeInfinity;
        for (var dimension = 0; dimension < table.Dimensions.Count; dimension++)
        {
            var (set, size) = Explain(table, dimension);
            if (set.Count > 0 && size / set.Count > surprise)
            {
                surprise = size / set.Count;
                best = set;
            }
        }

        return best;
    }

    private static (List<DimensionValue> Set, double Surprise) Explain(
        LeafTable table,
        int dimension
    )
    {
        var rows = ContributionTable.Of(table, dimension).Rows;
        var expected = rows.Sum(r => r.Expected);
        var actual = rows.Sum(r => r.Actual);
        var set = new List<DimensionValue>();
        double explained = 0;
        double total = 0;
        foreach (
            var (row, size) in rows.Select(r =>
                    (r, Surprise(r.Expected / expected, r.Actual / actual))
                )
                .OrderByDescending(r => r.Item2)
        )
        {
            if (row.Share > ElementShare)
            {
                set.Add(new(dimension, row.Code));
                explained += row.Share.Value;
                total += size;
            }

            if (explained > SetShare)
            {
                return (set, total);
            }
        }

        return ([], 0);
    }

    private static double Surprise(double before, double after)
    {
        double Part(double p) => p > 0 ? p * Math.Log(2 * p / (before + after)) : 0;
        return 0.5 * (Part(before) + Part(after));
    }
}
