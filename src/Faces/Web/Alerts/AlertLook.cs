using Outlay.Alerts;
using Outlay.Alerts.Channels;
using Outlay.Alerts.Deliveries;
using Outlay.Web.Components;

namespace Outlay.Web.Alerts;

/// <summary>Alerts as words and colours.</summary>
internal static class AlertLook
{
    public static string Words(AlertSeverity severity) => severity.ToString();

    public static Tone Tone(AlertSeverity severity) =>
        severity switch
        {
            AlertSeverity.Critical => Components.Tone.Bad,
            AlertSeverity.Warning => Components.Tone.Warn,
            _ => Components.Tone.Info,
        };

    public static Tone Tone(DeliveryState state) =>
        state switch
        {
            DeliveryState.Sent => Components.Tone.Good,
            DeliveryState.Failed => Components.Tone.Bad,
            _ => Components.Tone.Plain,
        };

    public static string Words(AlertRhythm rhythm) =>
        rhythm switch
        {
            AlertRhythm.AtOnce => "At once",
            AlertRhythm.Hourly => "Once an hour, as a digest",
            AlertRhythm.Daily => "Once a day at 8:00, as a digest",
            _ => "On Mondays at 8:00, as a digest",
        };
}
