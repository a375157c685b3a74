using Outlay.Optimization.Recommendations;

namespace Outlay.Optimization.Rules.Billed;

/// <summary>What log ingestion costs.</summary>
internal static class BilledLogs
{
    public static BilledRule Rule { get; } =
        new(
            new BilledPattern
            {
                Info = new(
                    "bill-logs",
                    "Log ingestion",
                    Category.StorageAndNetwork,
                    "Logs are paid as they come in. The infrequent-access class costs half, and less detail costs nothing; a tenth is counted."
                ),
                Matches = l => l.Service == "Amazon CloudWatch" && l.Has("DataProcessing-Bytes"),
                Share = (_, _) => (0.1m, 0.5m),
                Kind = "Log group",
                Title = _ => "Take the infrequent-access class for logs, or log less",
                Why = _ => "Each GB that comes in is charged.",
                Excludes = "storage-class",
                Confidence = 0.4,
                Effort = Effort.Medium,
                Permissions = ["logs:CreateLogGroup"],
            }
        );
}
