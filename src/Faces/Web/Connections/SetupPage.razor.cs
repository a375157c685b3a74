using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Outlay.Connections;
using Outlay.Ingest;
using Outlay.Kernel;
using Outlay.Lake;

namespace Outlay.Web.Connections;

/// <summary>Where data comes in: forms, ledger of imports, loads, and how to get an export from each cloud.</summary>
public sealed partial class SetupPage
{
    [Inject]
    private Imports Imports { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private IOptions<WebOptions> Options { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "import")]
    private ImportForm? Form { get; set; }

    [SupplyParameterFromQuery(Name = "loads")]
    private int? LoadsPage { get; set; }

    private ImportForm Typed => Form ?? new();

    private Problem? Problem { get; set; }

    private IReadOnlyList<ImportRun> Runs { get; set; } = [];

    private IReadOnlyList<Load> Loads { get; set; } = [];

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Runs = Imports.Recent();
        Loads = Imports.Loads();
    }

    private void Import()
    {
        var request = Typed.ReadPath();
        var run = request.Match(Imports.Enqueue, problem => problem);
        if (run.IsOk)
        {
            Navigator.NavigateTo($"/setup/imports/{run.Value.Id}");
        }

        Problem = run.Problem;
    }
}
