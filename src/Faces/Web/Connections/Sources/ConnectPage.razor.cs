using Microsoft.AspNetCore.Components;
using Outlay.Connections.Sources;
using Outlay.Ingest.Connect;
using Outlay.Kernel;
using Outlay.Web.Formatting;

namespace Outlay.Web.Connections.Sources;

/// <summary>Makes a connection: what to do at the provider, then how to reach it. It rests until it is tested and started.</summary>
public sealed partial class ConnectPage
{
    /// <summary>Kind of the connector.</summary>
    [Parameter]
    public string Kind { get; set; } = "";

    [Inject]
    private ConnectionBook Book { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "connect")]
    private ConnectionForm? Form { get; set; }

    private IConnector? Connector { get; set; }

    private ConnectionForm Typed => Form ?? new() { Name = Suggestion };

    private IReadOnlyList<Problem> Problems { get; set; } = [];

    private string Said =>
        Problems is [{ } one]
            ? one.ToString()
            : $"{Counts.Of(Problems.Count, "field")} need a look; nothing was saved. Secrets have to be typed again.";

    private string Suggestion => Book.Find(Connector!.Provider) is null ? Connector.Provider : "";

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Connector = Book.Connectors.Find(Kind);
        if (Connector is null)
        {
            Navigator.NotFound();
        }
    }

    private void Create()
    {
        var draft = Typed.Read(Kind);
        if (!draft.IsOk)
        {
            Problems = [draft.Problem];
            return;
        }

        Problems = Book.Check(draft.Value);
        if (Problems.Count > 0)
        {
            return;
        }

        var made = Book.Create(draft.Value);
        if (!made.IsOk)
        {
            Problems = [made.Problem];
            return;
        }

        Navigator.NavigateTo($"/setup/connections/{made.Value.Id}/test");
    }
}
