using Microsoft.AspNetCore.Components;
using Outlay.Connections.Sources;
using Outlay.Ingest.Connect;
using Outlay.Kernel;

namespace Outlay.Web.Connections.Sources;

/// <summary>Changes a connection's settings; secrets that are left empty stay as they are.</summary>
public sealed partial class ConnectionSettingsPage
{
    /// <summary>Number of the connection.</summary>
    [Parameter]
    public long Id { get; set; }

    [Inject]
    private ConnectionBook Book { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "settings")]
    private ConnectionForm? Form { get; set; }

    private Connection? Connection { get; set; }

    private IConnector? Connector =>
        Connection is null ? null : Book.Connectors.Find(Connection.Kind);

    private ConnectionForm Typed => Form ?? ConnectionForm.Of(Connection!);

    private IReadOnlyList<Problem> Problems { get; set; } = [];

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Connection = Book.Find(Id);
        if (Connection is null)
        {
            Navigator.NotFound();
        }
    }

    private void Change()
    {
        var draft = Typed.Read(Connection!.Kind);
        Problems = draft.IsOk ? Book.Check(draft.Value, Connection) : [draft.Problem];
        if (Problems.Count > 0)
        {
            return;
        }

        var changed = Book.Change(Id, draft.Value);
        if (!changed.IsOk)
        {
            Problems = [changed.Problem];
            return;
        }

        Navigator.NavigateTo($"/setup/connections/{Id}/test");
    }
}
