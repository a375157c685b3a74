using System.Globalization;
using Microsoft.AspNetCore.Components;
using Outlay.Anomalies.Watch;
using Outlay.Kernel;
using Outlay.Web.Components;
using Outlay.Web.Formatting;
using Outlay.Web.Shell;

namespace Outlay.Web.Anomalies;

/// <summary>The anomalies of the last days, and what counts as one.</summary>
public sealed partial class AnomaliesPage
{
    [Inject]
    private PageContext Context { get; set; } = null!;

    [Inject]
    private AnomalyBook Book { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    [Inject]
    private Flash Flash { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "anomaly-settings")]
    private string? Sensitivity { get; set; }

    [SupplyParameterFromForm(FormName = "anomaly-settings")]
    private string? Floor { get; set; }

    [SupplyParameterFromForm(FormName = "anomaly-settings")]
    private string? Arrivals { get; set; }

    private IReadOnlyList<FirstSeen> Seen { get; set; } = [];

    private IReadOnlyList<Anomaly> All { get; set; } = [];

    private AnomalySettings Settings { get; set; } = null!;

    private Problem? Problem { get; set; }

    private string? Summary =>
        All.Count == 0
            ? null
            : $"{Counts.Number(All.Count(a => a.IsRunning))} running, {Counts.Number(All.Count(a => a.State == AnomalyState.Open))} nobody has spoken of";

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        All = Book.All();
        Seen = Book.FirstSeen();
        Settings = Book.Settings;
    }

    private void Set()
    {
        var set = Book.Set(Sensitivity, Floor, Arrivals ?? "");
        if (!set.IsOk)
        {
            Problem = set.Problem;
            return;
        }

        Flash.Say(Tone.Good, "Kept; the next look goes by it.");
        Navigator.NavigateTo("/budgets/anomalies");
    }

    private static string Text(double number) =>
        number.ToString("0.##", CultureInfo.InvariantCulture);
}
