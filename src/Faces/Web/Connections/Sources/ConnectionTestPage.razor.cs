using Microsoft.AspNetCore.Components;
using Outlay.Connections.Sources;
using Outlay.Connections.Syncs;
using Outlay.Kernel;
using Outlay.Web.Components;

namespace Outlay.Web.Connections.Sources;

/// <summary>Tests a connection call by call.</summary>
public sealed partial class ConnectionTestPage
{
    /// <summary>Number of the connection.</summary>
    [Parameter]
    public long Id { get; set; }

    [Inject]
    private ConnectionBook Book { get; set; } = null!;

    [Inject]
    private SyncBook Syncs { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    private Connection? Connection { get; set; }

    private IReadOnlyList<TestStep> Steps { get; set; } = [];

    private bool Works => Steps.Count > 0 && Steps.All(s => s.Problem is null);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Connection = Book.Find(Id);
        if (Connection is null)
        {
            Navigator.NotFound();
            return;
        }

        Steps = await StepList.CollectAsync(token => Book.TestAsync(Connection, token));
    }
}
