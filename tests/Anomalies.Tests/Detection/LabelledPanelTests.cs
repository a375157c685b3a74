using Outlay.Anomalies.Detection;
using Outlay.Anomalies.Scoring;
using Outlay.Testing;

namespace Outlay.Anomalies.Tests.Detection;

public sealed class LabelledPanelTests
{
    [Fact]
    public void Labelled_anomalies_of_daily_cost_are_found_with_few_false_alarms()
    {
        var panel = Panel();
        var detector = new AnomalyDetector(DetectionSettings.Default);

        var score = PanelScore.Of(panel, series => OurAnswer.Of(panel, series, detector));

        score.F1.ShouldBeGreaterThanOrEqualTo(0.86);
        score.FalsePerSeriesYear.ShouldBeLessThanOrEqualTo(0.7);
        score.MoneyRecall.ShouldBeGreaterThanOrEqualTo(0.90);
        score.ImpactError.ShouldBeLessThanOrEqualTo(0.06);
    }

    [Fact]
    public void Rules_in_use_elsewhere_score_as_they_were_measured_before()
    {
        var panel = Panel();

        PanelScore.Of(panel, Baselines.OptScale).F1.ShouldBe(0.277, 0.03);
        PanelScore.Of(panel, Baselines.Mean30).F1.ShouldBe(0.254, 0.03);
        PanelScore.Of(panel, Baselines.ThreeGates).F1.ShouldBe(0.369, 0.03);
        PanelScore.Of(panel, Baselines.RollingZ).F1.ShouldBe(0.471, 0.03);
    }

    [Fact]
    public void A_perfect_answer_scores_one_and_a_silent_one_nothing()
    {
        var panel = new CostPanel(
            CostExample.First,
            0,
            [new("a", [1, 1, 5, 1, 1], [new(2, 2, "spike", 1, 4)])]
        );

        var perfect = PanelScore.Of(panel, _ => new([new(2, 1)], [1, 1, 1, 1, 1]));
        var wrongSign = PanelScore.Of(panel, _ => new([new(2, -1)], [1, 1, 1, 1, 1]));

        perfect.F1.ShouldBe(1);
        perfect.ImpactError.ShouldBe(0);
        wrongSign.Recall.ShouldBe(0);
        wrongSign.FalsePerSeriesYear.ShouldBe(73);
    }

    [Fact]
    public void The_simple_detector_of_metrics_scores_no_less_than_it_was_measured_before()
    {
        if (!SharedData.TryFind(out var data))
        {
            Assert.Skip("The files of the Numenta Anomaly Benchmark are not here.");
        }

        var files = NabFile.Read(Path.Combine(data, "anomalies", "nab"));

        NabScore
            .Of(files, file => RecentMean.Detect(file, 1.75), NabScore.Profile.Standard)
            .ShouldBeGreaterThanOrEqualTo(46.3);
        NabScore.Of(files, _ => [], NabScore.Profile.Standard).ShouldBe(0, 1e-9);
    }

    private static CostPanel Panel()
    {
        if (!SharedData.TryFind(out var data))
        {
            Assert.Skip("The labelled panel of daily cost is not here.");
        }

        return CostPanel.Read(Path.Combine(data, "anomalies", "cost_daily"));
    }
}
