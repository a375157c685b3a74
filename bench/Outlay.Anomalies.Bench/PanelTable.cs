using Outlay.Anomalies.Detection;
using Outlay.Anomalies.Scoring;
using Outlay.Testing;

namespace Outlay.Anomalies.Bench;

/// <summary>The detector beside rules in use elsewhere on labelled daily cost.</summary>
internal static class PanelTable
{
    public static void Print()
    {
        if (!SharedData.TryFind(out var data))
        {
            Console.WriteLine("The labelled panel of daily cost is not here.");
            return;
        }

        var panel = CostPanel.Read(Path.Combine(data, "anomalies", "cost_daily"));
        var detector = new AnomalyDetector(DetectionSettings.Default);
        Console.WriteLine("daily cost               P     R    F1  false/y delay  $-rec  impact");
        Print("OptScale 7 d +30 %", PanelScore.Of(panel, Baselines.OptScale));
        Print("mean of 30 d +30 %", PanelScore.Of(panel, Baselines.Mean30));
        Print("three gates", PanelScore.Of(panel, Baselines.ThreeGates));
        Print("rolling z 30 d, 3 sd", PanelScore.Of(panel, Baselines.RollingZ));
        Print(
            "Outlay, bare flags",
            PanelScore.Of(panel, s => OurAnswer.OfFlags(panel, s, detector))
        );
        Print("Outlay", PanelScore.Of(panel, s => OurAnswer.Of(panel, s, detector)));
    }

    private static void Print(string name, PanelScore score) =>
        Console.WriteLine(
            $"{name, -22}{score.Precision, 6:F3}{score.Recall, 6:F3}{score.F1, 6:F3}{score.FalsePerSeriesYear, 8:F2}{score.DelayDays, 6:F2}{score.MoneyRecall, 7:F3}{score.ImpactError, 8:F3}"
        );
}
