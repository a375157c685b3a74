using System.Globalization;

namespace Outlay.Connectors.Azure.Inventory.Readers;

/// <summary>Reads Azure's times.</summary>
internal static class Times
{
    /// <summary>A time; null when it is none.</summary>
    public static DateTimeOffset? Of(string? text) =>
        DateTimeOffset.TryParse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var time
        )
            ? time
            : null;

    /// <summary>A time as Azure's APIs take it.</summary>
    public static string Text(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
