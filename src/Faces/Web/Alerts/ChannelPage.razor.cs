using Microsoft.AspNetCore.Components;
using Outlay.Alerts;
using Outlay.Alerts.Channels;
using Outlay.Kernel;
using Outlay.Web.Components;
using Outlay.Web.Shell;

namespace Outlay.Web.Alerts;

/// <summary>Makes or changes a channel; secrets that are left empty stay as they are.</summary>
public sealed partial class ChannelPage
{
    /// <summary>Number of the channel that is changed.</summary>
    [Parameter]
    public long? Id { get; set; }

    /// <summary>Word of the kind of a new channel.</summary>
    [Parameter]
    public string? KindWord { get; set; }

    [Inject]
    private ChannelBook Book { get; set; } = null!;

    [Inject]
    private AlertBook Alerts { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    [Inject]
    private Flash Flash { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "channel")]
    private ChannelForm? Form { get; set; }

    private Channel? Standing { get; set; }

    private IAlertChannel? Kind { get; set; }

    private ChannelForm Typed { get; set; } = new();

    private IReadOnlyList<string> Secrets { get; set; } = [];

    private IReadOnlyList<Problem> Problems { get; set; } = [];

    private string Action =>
        Standing is null
            ? $"/settings/channels/new/{KindWord}"
            : $"/settings/channels/{Standing.Id}";

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Standing = Id is { } id ? Book.Find(id) : null;
        Kind = Book.Kinds.Find(Standing?.Kind ?? KindWord ?? "");
        if (Kind is null || (Id is not null && Standing is null))
        {
            Kind = null;
            Navigator.NotFound();
            return;
        }

        Typed = Form ?? (Standing is null ? new ChannelForm() : ChannelForm.Of(Standing));
        Secrets = Standing is null ? [] : Book.SecretsOf(Standing);
    }

    private void Save()
    {
        var draft = Typed.Read(Kind!.Kind, Alerts.Kinds);
        Problems = draft.IsOk ? Book.Check(draft.Value, Standing) : [draft.Problem];
        if (Problems.Count > 0)
        {
            return;
        }

        var kept = Standing is null
            ? Book.Create(draft.Value)
            : Book.Change(Standing.Id, draft.Value);
        if (!kept.IsOk)
        {
            Problems = [kept.Problem];
            return;
        }

        Flash.Say(Tone.Good, $"The channel {kept.Value.Name} is kept. Send it a test.");
        Navigator.NavigateTo("/settings/channels");
    }

    private string? Invalid(string field) => Problems.Any(p => p.Field == field) ? "true" : null;
}
