using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Rules.Billed;

/// <summary>Traffic between zones.</summary>
internal static class BilledZoneTraffic
{
    public static BilledRule Rule { get; } =
        new(
            new BilledPattern
            {
                Info = new(
                    "bill-zone-traffic",
                    "Traffic between zones",
                    Category.StorageAndNetwork,
                    "Traffic between zones is charged in both directions. Up to half goes away where services talk to neighbours in their own zone; a twentieth is counted."
                ),
                Matches = l => l.Has("DataTransfer-Regional-Bytes"),
                Share = (_, _) => (0.05m, 0.5m),
                Kind = "Traffic",
                Title = _ => "Keep traffic within zones",
                Why = _ => "It sends data across zones, and is charged for that.",
                Excludes = "size",
                Confidence = 0.3,
                Risk = 2,
                Effort = Effort.High,
            }
        );
}
