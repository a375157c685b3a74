using Microsoft.AspNetCore.Components;
using Outlay.Alerts;
using Outlay.Alerts.Channels;
using Outlay.Alerts.Deliveries;

namespace Outlay.Web.Alerts;

/// <summary>All alerts and the messages about them.</summary>
public sealed partial class AlertsPage
{
    private const int MostEnded = 20;
    private const int MostMessages = 20;

    [Inject]
    private AlertBook Book { get; set; } = null!;

    [Inject]
    private DeliveryLog Log { get; set; } = null!;

    [Inject]
    private ChannelBook ChannelBook { get; set; } = null!;

    [Inject]
    private NavigationManager Navigator { get; set; } = null!;

    [SupplyParameterFromForm]
    private long AlertId { get; set; }

    private IReadOnlyList<Alert> Open { get; set; } = [];

    private IReadOnlyList<Alert> Ended { get; set; } = [];

    private IReadOnlyList<Delivery> Messages { get; set; } = [];

    private IReadOnlyList<Channel> Channels { get; set; } = [];

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Open = Book.Open();
        Ended = Book.Ended(MostEnded);
        Messages = Log.Newest(MostMessages);
        Channels = ChannelBook.All();
    }

    private void Acknowledge()
    {
        Book.Acknowledge(AlertId);
        Navigator.NavigateTo("/alerts");
    }

    private string Told(Alert alert)
    {
        var sent = Log.Of(alert.Id);
        return sent.Count == 0
            ? "nobody"
            : string.Join(
                ", ",
                sent.Select(d => ChannelName(d.ChannelId)).Distinct(StringComparer.Ordinal)
            );
    }

    private string ChannelName(long id) => Channels.FirstOrDefault(c => c.Id == id)?.Name ?? "–";
}
