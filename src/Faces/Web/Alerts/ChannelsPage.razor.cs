using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Outlay.Alerts.Channels;
using Outlay.Kernel;
using Outlay.Web.Components;
using Outlay.Web.Shell;

namespace Outlay.Web.Alerts;

/// <summary>The channels that alerts go to.</summary>
public sealed partial class ChannelsPage
{
    [Inject]
    private ChannelBook Book { get; set; } = null!;

    [Inject]
    private Flash Flash { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    [SupplyParameterFromForm]
    private long ChannelId { get; set; }

    private IReadOnlyList<Channel> All { get; set; } = [];

    /// <inheritdoc/>
    protected override void OnInitialized() => All = Book.All();

    private async Task TestAsync()
    {
        var sent = await Book.TestAsync(ChannelId, Http?.RequestAborted ?? CancellationToken.None);
        Say(sent, $"The test arrived: {(sent.IsOk ? sent.Value : "")}");
    }

    private void Pause()
    {
        var paused = Book.Pause(ChannelId, Book.Find(ChannelId) is { IsPaused: false });
        Say(
            paused,
            paused is { IsOk: true, Value.IsPaused: true }
                ? "The channel is paused."
                : "The channel goes on."
        );
    }

    private void Delete() => Say(Book.Delete(ChannelId), "The channel is deleted.");

    private void Say<T>(Result<T> result, string done)
    {
        if (result.Problem is { } problem)
        {
            Flash.Say(problem);
        }
        else
        {
            Flash.Say(Tone.Good, done);
        }

        Navigator.NavigateTo("/settings/channels");
    }
}
