using Microsoft.AspNetCore.Components;
using Outlay.Connections;
using Outlay.Ingest;
using Outlay.Kernel;
using Outlay.Lake;
using Outlay.Web.Shell;

namespace Outlay.Web.Connections;

/// <summary>One import: what it does now, or what came of it.</summary>
public sealed partial class RunPage
{
    /// <summary>Number of the run.</summary>
    [Parameter]
    public long Id { get; set; }

    [Inject]
    private Imports Imports { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private Flash Flash { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    private ImportRun? Run { get; set; }

    private IReadOnlyList<Load> Loads { get; set; } = [];

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Run = Imports.Find(Id);
        if (Run is null)
        {
            Navigator.NotFound();
            return;
        }

        Loads = [.. Imports.Loads().Where(l => Run.LoadIds.Contains(l.Id))];
    }

    private void Retry() => Follow(Imports.Retry(Id));

    private void Cancel() => Follow(Imports.Cancel(Id));

    private void Follow(Result<ImportRun> result)
    {
        if (result.Problem is { } problem)
        {
            Flash.Say(problem);
        }

        Navigator.NavigateTo($"/setup/imports/{(result.IsOk ? result.Value.Id : Id)}");
    }
}
