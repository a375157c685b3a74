using Outlay.Anomalies.Causes;
using Outlay.Anomalies.Scoring;
using Outlay.Testing;

namespace Outlay.Anomalies.Bench;

/// <summary>The ranking of causes beside simpler ones, by the depth of the known cause.</summary>
internal static class CauseTable
{
    public static void Print()
    {
        if (!SharedData.TryFind(out var data))
        {
            Console.WriteLine("The labelled causes are not here.");
            return;
        }

        var cases = CauseCase.Read(Path.Combine(data, "anomalies", "rca", "cases.json"));
        var ranking = new RootCauseRanking(RankingSettings.Default);
        Console.WriteLine("causes, F1              all  layer1  layer2  layer3");
        Print("largest value", cases, c => [c.Text([Largest(c.Table)])]);
        Print("Adtributor", cases, c => [.. Adtributor.Explain(c.Table).Select(v => c.Text([v]))]);
        Print(
            "Outlay",
            cases,
            c =>
                ranking.Rank(c.Table) is [var best, ..]
                    ? [.. best.Elements.Select(e => c.Text(e.Values))]
                    : []
        );
    }

    private static DimensionValue Largest(LeafTable table) =>
        Enumerable
            .Range(0, table.Dimensions.Count)
            .SelectMany(d =>
                ContributionTable.Of(table, d).Rows.Select(r => (Dimension: d, Row: r))
            )
            .OrderByDescending(r => r.Row.Share)
            .Select(r => new DimensionValue(r.Dimension, r.Row.Code))
            .First();

    private static void Print(
        string name,
        IReadOnlyList<CauseCase> cases,
        Func<CauseCase, IReadOnlyCollection<string>> answer
    )
    {
        var scores = cases.Select(c => (c.Layer, F1: c.F1(answer(c)))).ToList();
        double Mean(int layer) => scores.Where(s => s.Layer == layer).Average(s => s.F1);
        Console.WriteLine(
            $"{name, -20}{scores.Average(s => s.F1), 7:F3}{Mean(1), 8:F3}{Mean(2), 8:F3}{Mean(3), 8:F3}"
        );
    }
}
