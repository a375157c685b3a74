using Outlay.Alerts.Channels;

namespace Outlay.Alerts.Deliveries;

/// <summary>Decides who is told what, and when.</summary>
internal sealed class DeliveryQueue(ChannelStore channels, DeliveryLog log, TimeProvider time)
{
    /// <summary>Gives each channel what it wants of new alerts, as one message for the time at which it is written to next.</summary>
    public void Add(IReadOnlyList<Alert> news)
    {
        var now = time.GetUtcNow();
        foreach (var channel in channels.All().Where(c => !c.IsPaused))
        {
            var wanted = news.Where(a => channel.Terms.Want(a.Fact)).Select(a => a.Id).ToList();
            if (wanted.Count > 0)
            {
                log.Add(channel.Id, wanted, now, channel.Terms.DueAt(now));
            }
        }
    }
}
