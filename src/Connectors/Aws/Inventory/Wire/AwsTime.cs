using Outlay.Inventory.Calls;

namespace Outlay.Connectors.Aws.Inventory.Wire;

/// <summary>AWS's times: ISO 8601 in XML, seconds since 1970 in JSON.</summary>
internal static class AwsTime
{
    public static DateTimeOffset? Parse(string? text) => RestTime.Parse(text);

    public static DateTimeOffset OfSeconds(double seconds) =>
        DateTimeOffset.UnixEpoch.AddMilliseconds(Math.Round(seconds * 1000));
}
