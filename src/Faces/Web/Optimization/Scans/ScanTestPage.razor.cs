using Microsoft.AspNetCore.Components;
using Outlay.Kernel;
using Outlay.Optimization.Scans;
using Outlay.Web.Components;

namespace Outlay.Web.Optimization.Scans;

/// <summary>Tests a source call by call.</summary>
public sealed partial class ScanTestPage
{
    /// <summary>Number of the source.</summary>
    [Parameter]
    public long Id { get; set; }

    [Inject]
    private ScanBook Book { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    private ScanSource? Source { get; set; }

    private IReadOnlyList<TestStep> Steps { get; set; } = [];

    private bool Works => Steps.Count > 0 && Steps.All(s => s.Problem is null);

    // Settings and sign-in come first; with them a scan reads what it may and names the rest.
    private bool Reaches => Steps.Count(s => s.Problem is null) > 1;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Source = Book.Find(Id);
        if (Source is null)
        {
            Navigator.NotFound();
            return;
        }

        Steps = await StepList.CollectAsync(token => Book.TestAsync(Source, token));
    }
}
