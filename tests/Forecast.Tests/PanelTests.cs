using Outlay.Forecast.Bench;
using Outlay.Forecast.Calendar;

namespace Outlay.Forecast.Tests;

public sealed class PanelTests
{
    [Fact]
    public void The_calendar_ensemble_holds_its_bars_on_the_panel()
    {
        if (PanelBench.Read() is not { } panel)
        {
            Assert.Skip("The shared reference data is not on this machine.");
            return;
        }

        var score = panel.Run(new CalendarEnsemble(), intervals: true);

        score.Mase.ShouldBeLessThanOrEqualTo(0.60);
        score.Wape.ShouldBeLessThanOrEqualTo(0.033);
        score.MonthEnd.ShouldBeLessThanOrEqualTo(0.009);
        score.NextMonth.ShouldBeLessThanOrEqualTo(0.018);
        score.Coverage80.ShouldBeInRange(0.79, 0.83);
        score.Coverage95.ShouldBeInRange(0.94, 0.98);
    }
}
