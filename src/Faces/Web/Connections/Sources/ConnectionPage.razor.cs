using Microsoft.AspNetCore.Components;
using Outlay.Connections;
using Outlay.Connections.Sources;
using Outlay.Connections.Syncs;
using Outlay.Kernel;
using Outlay.Lake;
using Outlay.Web.Components;
using Outlay.Web.Formatting;
using Outlay.Web.Shell;

namespace Outlay.Web.Connections.Sources;

/// <summary>One connection: what it does now, what came of it, what it brought.</summary>
public sealed partial class ConnectionPage
{
    /// <summary>Number of the connection.</summary>
    [Parameter]
    public long Id { get; set; }

    [Inject]
    private ConnectionBook Book { get; set; } = null!;

    [Inject]
    private SyncBook Syncs { get; set; } = null!;

    [Inject]
    private Imports Imports { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private Flash Flash { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "delete")]
    private string? DeleteAsked { get; set; }

    [SupplyParameterFromForm(FormName = "delete")]
    private DeletionForm? Deletion { get; set; }

    private Connection? Connection { get; set; }

    private IReadOnlyList<Sync> History { get; set; } = [];

    private IReadOnlyList<Load> Loads { get; set; } = [];

    private Sync? Latest => History is [var latest, ..] ? latest : null;

    private bool AsksToDelete => DeleteAsked is not null;

    private string Here => $"/setup/connections/{Id}";

    private string Subtitle
    {
        get
        {
            var title = Book.Connectors.Find(Connection!.Kind)?.Title ?? Connection.Kind;
            var next =
                Connection.IsPaused ? "paused"
                : Connection.Schedule.Next(Id, Clock.GetUtcNow()) is { } time
                    ? $"next sync {Dates.Time(time)}"
                : "synchronised when asked";
            return $"{title} · {Connection.Schedule.Words.ToLowerInvariant()}, {Counts.Of(Connection.Months, "month")} · {next}";
        }
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Connection = Book.Find(Id);
        if (Connection is null)
        {
            Navigator.NotFound();
            return;
        }

        History = Syncs.Of(Id);
        Loads = [.. Imports.Loads().Where(l => l.Connection == Connection.Name)];
    }

    private void Start()
    {
        // The first start also sets the schedule going; a connection that a person paused later stays paused.
        if (Connection is { IsPaused: true } && Latest is null)
        {
            Book.Pause(Id, paused: false);
        }

        Follow(Syncs.Enqueue(Id).Problem);
    }

    private void Stop() => Follow(Latest is { } latest ? Syncs.Cancel(latest.Id).Problem : null);

    private void Pause(bool paused) => Follow(Book.Pause(Id, paused).Problem);

    private void Delete()
    {
        var deleted = Book.Delete(Id, Deletion?.Data == "delete");
        if (!deleted.IsOk)
        {
            Follow(deleted.Problem);
            return;
        }

        Flash.Say(Tone.Good, $"{deleted.Value.Name} is deleted.");
        Navigator.NavigateTo("/setup");
    }

    private void Follow(Problem? problem)
    {
        if (problem is not null)
        {
            Flash.Say(problem);
        }

        Navigator.NavigateTo(Here);
    }
}

/// <summary>What becomes of a deleted connection's data.</summary>
public sealed record DeletionForm
{
    /// <summary><c>keep</c> or <c>delete</c>.</summary>
    public string? Data { get; init; }
}
