using System.Globalization;

namespace Outlay.Engines.DuckDb.Query;

/// <summary>Instants as text: the day alone at midnight, as billing periods are read, else ISO 8601 in UTC.</summary>
internal static class InstantText
{
    private const DateTimeStyles Utc =
        DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private static readonly string[] Forms =
    [
        "yyyy-MM-dd",
        "yyyy-MM",
        "yyyy-MM-ddTHH:mm:ssK",
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
    ];

    /// <summary>The text of a group's or a picker's value.</summary>
    public static string Short(DateTime instant) =>
        instant.TimeOfDay == TimeSpan.Zero
            ? instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : Full(instant);

    /// <summary>The text of a charge's value.</summary>
    public static string Full(DateTime instant) =>
        instant.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFF", CultureInfo.InvariantCulture) + "Z";

    /// <summary>Reads either form, and a month such as 2026-11.</summary>
    public static DateTime? Parse(string text) =>
        DateTime.TryParseExact(text, Forms, CultureInfo.InvariantCulture, Utc, out var instant)
            ? DateTime.SpecifyKind(instant, DateTimeKind.Unspecified)
            : null;
}
