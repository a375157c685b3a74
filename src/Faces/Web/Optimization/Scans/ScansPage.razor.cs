using Microsoft.AspNetCore.Components;
using Outlay.Optimization.Scans;
using Outlay.Web.Components;
using Outlay.Web.Formatting;
using Outlay.Web.Shell;

namespace Outlay.Web.Optimization.Scans;

/// <summary>What is scanned, and what can be.</summary>
public sealed partial class ScansPage
{
    [Inject]
    private ScanBook Book { get; set; } = null!;

    [Inject]
    private Flash Flash { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    private IReadOnlyList<ScanSource> Sources { get; set; } = [];

    private IReadOnlyDictionary<long, Scan> Latest { get; set; } = new Dictionary<long, Scan>();

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Sources = Book.Sources();
        Latest = Book.Latest();
    }

    private Scan? Of(ScanSource source) => Latest.GetValueOrDefault(source.Id);

    private void ScanAll()
    {
        foreach (var source in Sources)
        {
            if (Book.Enqueue(source.Id).Problem is { } problem)
            {
                Flash.Say(problem);
                Navigator.NavigateTo(OptimizationLook.Scans);
                return;
            }
        }

        if (Sources is [var only])
        {
            Navigator.NavigateTo($"{OptimizationLook.Scans}/{only.Id}");
            return;
        }

        Flash.Say(Tone.Good, $"{Counts.Of(Sources.Count, "scan")} asked for.");
        Navigator.NavigateTo(OptimizationLook.Scans);
    }
}
