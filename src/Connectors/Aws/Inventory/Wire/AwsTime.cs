using System.Globalization;

namespace Outlay.Connectors.Aws.Inventory.Wire;

/// <summary>AWS's times: ISO 8601 in XML, seconds since 1970 in JSON.</summary>
internal static class AwsTime
{
    public static DateTimeOffset? Parse(string? text) =>
        DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time
        )
            ? time
            : null;

    public static DateTimeOffset OfSeconds(double seconds) =>
        DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Round(seconds * 1000));
}
