using Microsoft.AspNetCore.Components;
using Outlay.Kernel;
using Outlay.Optimization.Scans;
using Outlay.Web.Components;
using Outlay.Web.Formatting;
using Outlay.Web.Shell;

namespace Outlay.Web.Optimization.Scans;

/// <summary>One source: its scan now, what it could not see, and its history.</summary>
public sealed partial class ScanPage
{
    /// <summary>Number of the source.</summary>
    [Parameter]
    public long Id { get; set; }

    [Inject]
    private ScanBook Book { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private Flash Flash { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "delete")]
    private string? DeleteAsked { get; set; }

    private ScanSource? Source { get; set; }

    private IReadOnlyList<Scan> History { get; set; } = [];

    private Scan? Latest => History is [var latest, ..] ? latest : null;

    private string Here => $"{OptimizationLook.Scans}/{Id}";

    private string Subtitle =>
        $"{Book.Collectors.Find(Source!.Kind)?.Title ?? Source.Kind} · {OptimizationLook.Every(Source.EveryHours)} · {Counts.Of(Source.WindowDays, "day")} of metrics";

    private List<(string Operation, int Count, int Throttled)> Calls =>
        [
            .. (Latest?.Detail.Calls ?? [])
                .GroupBy(c => c.Operation, StringComparer.Ordinal)
                .Select(g => (g.Key, g.Sum(c => c.Count), g.Sum(c => c.Throttled)))
                .OrderByDescending(c => c.Item2),
        ];

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Source = Book.Find(Id);
        if (Source is null)
        {
            Navigator.NotFound();
            return;
        }

        History = Book.Of(Id);
    }

    private void Scan() => Follow(Book.Enqueue(Id).Problem, Here);

    private void Stop() => Follow(Book.Cancel(Id).Problem, Here);

    private void Delete()
    {
        var deleted = Book.Delete(Id);
        if (deleted.IsOk)
        {
            Flash.Say(Tone.Good, $"{deleted.Value.Name} is deleted.");
        }

        Follow(deleted.Problem, deleted.IsOk ? OptimizationLook.Scans : Here);
    }

    private void Follow(Problem? problem, string address)
    {
        if (problem is not null)
        {
            Flash.Say(problem);
        }

        Navigator.NavigateTo(address);
    }
}
