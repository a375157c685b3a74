using System.Globalization;

namespace Outlay.Alerts;

/// <summary>Instants as the database keeps them: UTC text that sorts by time.</summary>
internal static class Instants
{
    public static string Text(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    public static DateTimeOffset Read(string text) =>
        DateTimeOffset.Parse(
            text,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal
        );
}
