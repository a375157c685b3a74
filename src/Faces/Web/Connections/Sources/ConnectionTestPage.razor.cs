using Microsoft.AspNetCore.Components;
using Outlay.Connections.Sources;
using Outlay.Connections.Syncs;
using Outlay.Kernel;

namespace Outlay.Web.Connections.Sources;

/// <summary>Tests a connection call by call.</summary>
public sealed partial class ConnectionTestPage
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

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

    private List<TestStep> Steps { get; } = [];

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

        using var patience = new CancellationTokenSource(Patience);
        try
        {
            await foreach (var step in Book.TestAsync(Connection, patience.Token))
            {
                Steps.Add(step);
            }
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            Steps.Add(
                new TestStep(
                    "The next call",
                    null,
                    new Problem(
                        ProblemKind.Unavailable,
                        $"No answer within {Patience.TotalSeconds:0} seconds.",
                        "Check network, proxy and firewall between this machine and the provider."
                    )
                )
            );
        }
    }
}
